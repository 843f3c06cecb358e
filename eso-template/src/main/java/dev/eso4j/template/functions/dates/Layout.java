package dev.eso4j.template.functions.dates;

import org.jspecify.annotations.Nullable;

/**
 * The next element of a layout: what is written like the reference time, January 2 15:04:05 2006, stands for that part of a time.
 *
 * @param kind what it stands for
 * @param text how it is written
 * @param start where it begins in the layout; before it there is literal text
 */
record Layout(Kind kind, String text, int start) {
    enum Kind {
        YEAR,
        LONG_YEAR,
        MONTH_NAME,
        LONG_MONTH_NAME,
        MONTH,
        ZERO_MONTH,
        DAY_NAME,
        LONG_DAY_NAME,
        DAY,
        SPACE_DAY,
        ZERO_DAY,
        SPACE_YEAR_DAY,
        ZERO_YEAR_DAY,
        HOUR,
        HOUR_12,
        ZERO_HOUR_12,
        MINUTE,
        ZERO_MINUTE,
        SECOND,
        ZERO_SECOND,
        UPPER_HALF,
        LOWER_HALF,
        ZONE_NAME,
        OFFSET,
        Z_OFFSET,
        FRACTION,
        TRIMMED_FRACTION,
        END
    }

    /** What an element can begin with. */
    private static final String BEGINNINGS = "JM012345_PpZ-.,";

    private static final String[] OFFSETS = {"070000", "07:00:00", "0700", "07:00", "07"};

    int end() {
        return start + text.length();
    }

    /** The first element at or after a position; {@link Kind#END} at the end of the layout if there is none. */
    static Layout next(String layout, int from) {
        for (int i = from; i < layout.length(); i++) {
            Layout found = BEGINNINGS.indexOf(layout.charAt(i)) < 0 ? null : at(layout, i);
            if (found != null) {
                return found;
            }
        }
        return new Layout(Kind.END, "", layout.length());
    }

    private static @Nullable Layout at(String layout, int i) {
        String rest = layout.substring(i, Math.min(layout.length(), i + 9));
        return switch (rest.charAt(0)) {
            case 'J' -> name(rest, i, "January", Kind.LONG_MONTH_NAME, "Jan", Kind.MONTH_NAME);
            case 'M' ->
                rest.startsWith("MST")
                        ? new Layout(Kind.ZONE_NAME, "MST", i)
                        : name(rest, i, "Monday", Kind.LONG_DAY_NAME, "Mon", Kind.DAY_NAME);
            case '0' -> zero(rest, i);
            case '1' -> rest.startsWith("15") ? new Layout(Kind.HOUR, "15", i) : new Layout(Kind.MONTH, "1", i);
            case '2' -> rest.startsWith("2006") ? new Layout(Kind.LONG_YEAR, "2006", i) : new Layout(Kind.DAY, "2", i);
            case '_' -> space(rest, i);
            case '3' -> new Layout(Kind.HOUR_12, "3", i);
            case '4' -> new Layout(Kind.MINUTE, "4", i);
            case '5' -> new Layout(Kind.SECOND, "5", i);
            case 'P' -> rest.startsWith("PM") ? new Layout(Kind.UPPER_HALF, "PM", i) : null;
            case 'p' -> rest.startsWith("pm") ? new Layout(Kind.LOWER_HALF, "pm", i) : null;
            case '-' -> offset(rest, i, Kind.OFFSET);
            case 'Z' -> offset(rest, i, Kind.Z_OFFSET);
            case '.', ',' -> fraction(layout, i);
            default -> null;
        };
    }

    private static @Nullable Layout name(String rest, int i, String whole, Kind wholeKind, String part, Kind partKind) {
        if (rest.startsWith(whole)) {
            return new Layout(wholeKind, whole, i);
        }
        boolean lowerBehind = rest.length() > 3 && rest.charAt(3) >= 'a' && rest.charAt(3) <= 'z';
        return rest.startsWith(part) && !lowerBehind ? new Layout(partKind, part, i) : null;
    }

    private static @Nullable Layout zero(String rest, int i) {
        if (rest.startsWith("002")) {
            return new Layout(Kind.ZERO_YEAR_DAY, "002", i);
        }
        Kind kind = switch (rest.length() > 1 ? rest.charAt(1) : ' ') {
            case '1' -> Kind.ZERO_MONTH;
            case '2' -> Kind.ZERO_DAY;
            case '3' -> Kind.ZERO_HOUR_12;
            case '4' -> Kind.ZERO_MINUTE;
            case '5' -> Kind.ZERO_SECOND;
            case '6' -> Kind.YEAR;
            default -> Kind.END;
        };
        return kind == Kind.END ? null : new Layout(kind, rest.substring(0, 2), i);
    }

    private static @Nullable Layout space(String rest, int i) {
        if (rest.startsWith("_2006")) {
            return new Layout(Kind.LONG_YEAR, "2006", i + 1);
        } else if (rest.startsWith("_2")) {
            return new Layout(Kind.SPACE_DAY, "_2", i);
        }
        return rest.startsWith("__2") ? new Layout(Kind.SPACE_YEAR_DAY, "__2", i) : null;
    }

    private static @Nullable Layout offset(String rest, int i, Kind kind) {
        for (String form : OFFSETS) {
            if (rest.startsWith(form, 1)) {
                return new Layout(kind, rest.substring(0, form.length() + 1), i);
            }
        }
        return null;
    }

    private static @Nullable Layout fraction(String layout, int i) {
        char digit = i + 1 < layout.length() ? layout.charAt(i + 1) : ' ';
        if (digit != '0' && digit != '9') {
            return null;
        }
        int end = i + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        if (end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9') {
            return null;
        }
        return new Layout(digit == '0' ? Kind.FRACTION : Kind.TRIMMED_FRACTION, layout.substring(i, end), i);
    }
}
