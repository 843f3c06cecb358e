package dev.eso4j.core.externalsecret;

import dev.eso4j.api.BoundedText;
import dev.eso4j.api.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a sync window opens: a cron schedule of five fields or a descriptor such as {@code @daily}, always in UTC. {@code
 * @every 6h} counts from the Unix epoch. Immutable.
 */
final class Schedule {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Map<String, String> DESCRIPTORS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    /** Long enough for the 29th of February. */
    private static final int LONGEST_SEARCH_DAYS = 366 * 5;

    private final CronField minute;
    private final CronField hour;
    private final CronField dayOfMonth;
    private final CronField month;
    private final CronField dayOfWeek;
    private final long everySeconds;

    private Schedule(
            CronField minute,
            CronField hour,
            CronField dayOfMonth,
            CronField month,
            CronField dayOfWeek,
            long everySeconds) {
        this.minute = minute;
        this.hour = hour;
        this.dayOfMonth = dayOfMonth;
        this.month = month;
        this.dayOfWeek = dayOfWeek;
        this.everySeconds = everySeconds;
    }

    /** Parses a schedule; the message of the IllegalArgumentException names {@code field}. */
    static Schedule parse(String field, String text) {
        long every = 0;
        String cron = DESCRIPTORS.getOrDefault(text.trim(), text.trim());
        if (cron.startsWith("@every ")) {
            every = GoDuration.parse(field, cron.substring(7).trim()).toSeconds();
            if (every < 1) {
                throw new IllegalArgumentException(field + ": @every needs at least one second");
            }
            cron = "* * * * *";
        }
        String[] parts = cron.split("\\s+");
        if (parts.length != 5) {
            throw new IllegalArgumentException(field + ": \"" + BoundedText.of(text, 100)
                    + "\" is not a schedule; write minute hour day month weekday, or @daily, @hourly, @every 6h");
        }
        try {
            return new Schedule(
                    CronField.parse("minute", parts[0], 0, 59, List.of()),
                    CronField.parse("hour", parts[1], 0, 23, List.of()),
                    CronField.parse("day of month", parts[2], 1, 31, List.of()),
                    CronField.parse("month", parts[3], 1, 12, MONTHS),
                    CronField.parse("day of week", parts[4], 0, 6, DAYS),
                    every);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": " + e.getMessage());
        }
    }

    /** Returns the last firing at or before {@code instant}. */
    Optional<Instant> lastAtOrBefore(Instant instant) {
        if (everySeconds > 0) {
            long second = Math.floorDiv(instant.getEpochSecond(), everySeconds) * everySeconds;
            return Optional.of(Instant.ofEpochSecond(second));
        }
        LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        LocalDate day = at.toLocalDate();
        int latest = at.getHour() * 60 + at.getMinute();
        for (int i = 0; i < LONGEST_SEARCH_DAYS; i++, day = day.minusDays(1), latest = 24 * 60 - 1) {
            if (matches(day)) {
                for (int h = hour.values().previousSetBit(latest / 60);
                        h >= 0;
                        h = hour.values().previousSetBit(h - 1)) {
                    int m = minute.values().previousSetBit(h == latest / 60 ? latest % 60 : 59);
                    if (m >= 0) {
                        return Optional.of(day.atTime(h, m).toInstant(ZoneOffset.UTC));
                    }
                    if (h == 0) {
                        break;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the first firing after {@code instant}. */
    Optional<Instant> firstAfter(Instant instant) {
        if (everySeconds > 0) {
            long second = (Math.floorDiv(instant.getEpochSecond(), everySeconds) + 1) * everySeconds;
            return Optional.of(Instant.ofEpochSecond(second));
        }
        LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        LocalDate day = at.toLocalDate();
        int earliest = at.getHour() * 60 + at.getMinute() + 1;
        for (int i = 0; i < LONGEST_SEARCH_DAYS; i++, day = day.plusDays(1), earliest = 0) {
            if (matches(day)) {
                for (int h = hour.values().nextSetBit(earliest / 60);
                        h >= 0;
                        h = hour.values().nextSetBit(h + 1)) {
                    int m = minute.values().nextSetBit(h == earliest / 60 ? earliest % 60 : 0);
                    if (m >= 0) {
                        return Optional.of(day.atTime(h, m).toInstant(ZoneOffset.UTC));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether a window that opens by this schedule for {@code duration} is open. */
    boolean open(Instant now, Duration duration) {
        return lastAtOrBefore(now)
                .map(opened -> !now.isAfter(opened.plus(duration).plusMillis(999)))
                .orElse(false);
    }

    /** If neither day field is a star, one of them is enough; else both must match. */
    private boolean matches(LocalDate day) {
        if (!month.values().get(day.getMonthValue())) {
            return false;
        }
        boolean byMonthDay = dayOfMonth.values().get(day.getDayOfMonth());
        boolean byWeekDay = dayOfWeek.values().get(day.getDayOfWeek().getValue() % 7);
        return dayOfMonth.star() || dayOfWeek.star() ? byMonthDay && byWeekDay : byMonthDay || byWeekDay;
    }
}
