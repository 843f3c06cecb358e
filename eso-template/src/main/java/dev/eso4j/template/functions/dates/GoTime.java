package dev.eso4j.template.functions.dates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.json.JsonText;
import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A {@code time.Time}; it has no monotonic reading, so that printing {@code now} does not change with the life of the process.
 *
 * @param second seconds since 1970 in UTC
 * @param nano nanoseconds of that second
 * @param zone where it is shown
 */
record GoTime(long second, int nano, GoZone zone) implements GoObject, JsonText {
    static final GoType TYPE = GoType.printing("time.Time", Kind.STRUCT, value -> ((GoTime) value).text())
            .inGo(value -> ((GoTime) value).goText());

    private static final long YEAR_ONE = -62_135_596_800L;
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    /** January 1 of the year 1, what Go has where nothing is set. */
    static final GoTime ZERO = new GoTime(YEAR_ONE, 0, GoZone.UTC);

    /** The time at which clocks of a zone show a date and time. */
    static GoTime of(LocalDateTime wall, GoZone zone) {
        return new GoTime(zone.instant(wall.toEpochSecond(ZoneOffset.UTC)), wall.getNano(), zone);
    }

    LocalDateTime wall() {
        return LocalDateTime.ofEpochSecond(second + offset(), nano, ZoneOffset.UTC);
    }

    int offset() {
        return zone.offset(second);
    }

    String abbreviation() {
        return zone.abbreviation(second);
    }

    boolean isZero() {
        return second == YEAR_ONE && nano == 0;
    }

    GoTime in(GoZone other) {
        return new GoTime(second, nano, other);
    }

    int compare(GoTime other) {
        int seconds = Long.compare(second, other.second);
        return seconds != 0 ? seconds : Integer.compare(nano, other.nano);
    }

    GoTime plus(long nanos) {
        long sum = nano + Math.floorMod(nanos, 1_000_000_000L);
        long seconds = second + Math.floorDiv(nanos, 1_000_000_000L) + sum / 1_000_000_000L;
        return new GoTime(seconds, (int) (sum % 1_000_000_000L), zone);
    }

    /** As many years, months and days later; February 31 is March 3 then, or 2. */
    GoTime plus(long years, long months, long days) {
        LocalDateTime wall = wall();
        long month = Math.addExact(
                Math.multiplyExact(Math.addExact(wall.getYear(), years), 12L), wall.getMonthValue() - 1 + months);
        LocalDate date = LocalDate.of(
                        Math.toIntExact(Math.floorDiv(month, 12L)), (int) Math.floorMod(month, 12L) + 1, 1)
                .plusDays(Math.addExact(wall.getDayOfMonth() - 1, days));
        return of(date.atTime(wall.toLocalTime()), zone);
    }

    /** The nanoseconds from another time to this one, as many as there can be if there are more. */
    long since(GoTime other) {
        BigInteger nanos = absolute().subtract(other.absolute());
        return nanos.bitLength() > 63 ? nanos.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : nanos.longValueExact();
    }

    /** This time without what exceeds a multiple of a duration since the year 1. */
    GoTime truncated(long duration) {
        return duration <= 0 ? this : plus(-beyond(duration));
    }

    GoTime rounded(long duration) {
        if (duration <= 0) {
            return this;
        }
        long beyond = beyond(duration);
        return beyond + beyond >= 0 && beyond + beyond < duration ? plus(-beyond) : plus(duration - beyond);
    }

    private long beyond(long duration) {
        return absolute().mod(BigInteger.valueOf(duration)).longValueExact();
    }

    private BigInteger absolute() {
        return BigInteger.valueOf(second)
                .subtract(BigInteger.valueOf(YEAR_ONE))
                .multiply(BILLION)
                .add(BigInteger.valueOf(nano));
    }

    /** As it prints. */
    String text() {
        return format("2006-01-02 15:04:05.999999999 -0700 MST");
    }

    String format(String layout) {
        return new TimeFormat(this).text(layout);
    }

    @Override
    public String jsonText() {
        int year = wall().getYear();
        if (year < 0 || year > 9999 || Math.abs(offset()) >= 24 * 3600) {
            throw new FunctionException(
                    "a time outside of the years 0 to 9999, or a day off UTC, has no standard form");
        }
        return format("2006-01-02T15:04:05.999999999Z07:00");
    }

    /** As it is written in Go. */
    String goText() {
        LocalDateTime wall = wall();
        return "time.Date(" + wall.getYear() + ", time." + Names.month(wall.getMonthValue()) + ", "
                + wall.getDayOfMonth() + ", " + wall.getHour() + ", " + wall.getMinute() + ", " + wall.getSecond()
                + ", " + nano + ", " + zone.goName() + ")";
    }

    @Override
    public GoType type() {
        return TYPE;
    }

    @Override
    public String toString() {
        return TYPE.name();
    }
}
