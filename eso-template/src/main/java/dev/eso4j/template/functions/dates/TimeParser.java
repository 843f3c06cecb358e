package dev.eso4j.template.functions.dates;

import dev.eso4j.template.functions.FunctionException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a time by a layout, as leniently and as strictly as Go. */
final class TimeParser {
    private final TimeText text;
    private final String layout;
    private final GoZone local;
    private int year;
    private int month = -1;
    private int day = -1;
    private int yearDay = -1;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private @Nullable Boolean afternoon;
    private boolean utc;
    private @Nullable Integer offset;
    private String zoneName = "";

    private TimeParser(String layout, String text, GoZone local) {
        this.layout = layout;
        this.text = new TimeText(text);
        this.local = local;
    }

    /**
     * The time; what the layout does not mention is January 1 of the year 0, midnight, in the local zone.
     *
     * @throws FunctionException if the text does not fit
     */
    static GoTime parse(String layout, String text, GoZone local) {
        return new TimeParser(layout, text, local).time();
    }

    private GoTime time() {
        int at = 0;
        for (Layout part = Layout.next(layout, 0); ; part = Layout.next(layout, at)) {
            text.literal(layout.substring(at, part.start()));
            if (part.kind() == Layout.Kind.END) {
                break;
            }
            at = part.end();
            read(part, Layout.next(layout, at).kind());
        }
        text.end();
        if (afternoon != null) {
            hour = afternoon ? hour < 12 ? hour + 12 : hour : hour == 12 ? 0 : hour;
        }
        return zoned(date().atTime(LocalTime.of(hour, minute, second, nano)).toEpochSecond(ZoneOffset.UTC));
    }

    private void read(Layout part, Layout.Kind next) {
        switch (part.kind()) {
            case YEAR -> {
                int two = text.digits(2);
                year = two >= 69 ? 1900 + two : 2000 + two;
            }
            case LONG_YEAR -> year = text.digits(4);
            case MONTH_NAME -> month = name(Names.MONTHS, true) + 1;
            case LONG_MONTH_NAME -> month = name(Names.MONTHS, false) + 1;
            case MONTH, ZERO_MONTH -> month = within(1, number(part), 12, "month");
            case DAY_NAME -> name(Names.DAYS, true);
            case LONG_DAY_NAME -> name(Names.DAYS, false);
            case DAY, ZERO_DAY -> day = number(part);
            case SPACE_DAY -> {
                text.skipSpace();
                day = number(part);
            }
            case SPACE_YEAR_DAY -> {
                text.skipSpace();
                text.skipSpace();
                yearDay = text.upToThree();
            }
            case ZERO_YEAR_DAY -> yearDay = text.digits(3);
            case HOUR -> hour = within(0, number(part), 23, "hour");
            case HOUR_12, ZERO_HOUR_12 -> hour = within(0, number(part), 12, "hour");
            case MINUTE, ZERO_MINUTE -> minute = within(0, number(part), 59, "minute");
            case SECOND, ZERO_SECOND -> {
                second = within(0, number(part), 59, "second");
                boolean laidOut = next == Layout.Kind.FRACTION || next == Layout.Kind.TRIMMED_FRACTION;
                if (!laidOut && text.atFraction()) {
                    nano = text.fraction(-1);
                }
            }
            case UPPER_HALF -> afternoon = text.half("AM", "PM");
            case LOWER_HALF -> afternoon = text.half("am", "pm");
            case FRACTION -> nano = text.fraction(part.text().length() - 1);
            case TRIMMED_FRACTION -> {
                if (text.atFraction()) {
                    nano = text.fraction(-1);
                }
            }
            case Z_OFFSET -> {
                if (text.skipIf("Z")) {
                    utc = true;
                } else {
                    offset = text.offset(part.text());
                }
            }
            case OFFSET -> offset = text.offset(part.text());
            case ZONE_NAME -> {
                if (text.skipIf("UTC")) {
                    utc = true;
                } else {
                    zoneName = text.zoneName();
                }
            }
            case END -> {}
        }
    }

    private int number(Layout part) {
        return text.oneOrTwo(part.text().length() == 2 && part.text().charAt(0) == '0');
    }

    private int name(List<String> names, boolean shortened) {
        for (int i = 0; i < names.size(); i++) {
            String name = shortened ? Names.shortened(names.get(i)) : names.get(i);
            if (text.skipIfIgnoringCase(name)) {
                return i;
            }
        }
        throw text.unexpected("a name of a month or weekday");
    }

    private static int within(int least, int value, int most, String what) {
        if (value < least || value > most) {
            throw outOfRange(what);
        }
        return value;
    }

    private static FunctionException outOfRange(String what) {
        return new FunctionException("cannot parse the time: " + what + " out of range");
    }

    private LocalDate date() {
        if (yearDay >= 0) {
            if (yearDay < 1 || yearDay > Year.of(year).length()) {
                throw outOfRange("day of year");
            }
            LocalDate date = LocalDate.ofYearDay(year, yearDay);
            if (month >= 0 && month != date.getMonthValue() || day >= 0 && day != date.getDayOfMonth()) {
                throw new FunctionException("cannot parse the time: the day of the year is not the day of the month");
            }
            return date;
        }
        YearMonth within = YearMonth.of(year, Math.max(month, 1));
        return within.atDay(within(1, day < 0 ? 1 : day, within.lengthOfMonth(), "day"));
    }

    private GoTime zoned(long wall) {
        if (utc) {
            return new GoTime(wall, nano, GoZone.UTC);
        } else if (offset != null) {
            long instant = wall - offset;
            boolean ours = local.offset(instant) == offset
                    && (zoneName.isEmpty() || zoneName.equals(local.abbreviation(instant)));
            return new GoTime(instant, nano, ours ? local : GoZone.fixed(zoneName, offset));
        } else if (!zoneName.isEmpty()) {
            long instant = local.instant(wall);
            if (zoneName.equals(local.abbreviation(instant))) {
                return new GoTime(instant, nano, local);
            }
            int hours =
                    zoneName.startsWith("GMT") && zoneName.length() > 3 ? Integer.parseInt(zoneName.substring(3)) : 0;
            return new GoTime(wall, nano, GoZone.fixed(zoneName, hours * 3600));
        }
        return new GoTime(local.instant(wall), nano, local);
    }
}
