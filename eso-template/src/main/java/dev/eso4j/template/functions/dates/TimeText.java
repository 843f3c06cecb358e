package dev.eso4j.template.functions.dates;

import dev.eso4j.template.functions.FunctionException;

/** A text that is read as a time, piece by piece. */
final class TimeText {
    private final String text;
    private int at;

    TimeText(String text) {
        this.text = text;
    }

    FunctionException unexpected(String wanted) {
        return new FunctionException("cannot parse the time: expected " + wanted + " at byte " + at);
    }

    void end() {
        if (at < text.length()) {
            throw unexpected("the end");
        }
    }

    /** Skips a literal part of the layout; any number of spaces stands for any number of them. */
    void literal(String expected) {
        for (int i = 0; i < expected.length(); ) {
            if (expected.charAt(i) == ' ') {
                if (at < text.length() && text.charAt(at) != ' ') {
                    throw unexpected("a space");
                }
                while (i < expected.length() && expected.charAt(i) == ' ') {
                    i++;
                }
                while (at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
            } else if (at < text.length() && text.charAt(at) == expected.charAt(i)) {
                at++;
                i++;
            } else {
                throw unexpected("what the layout says");
            }
        }
    }

    void skipSpace() {
        skipIf(" ");
    }

    boolean skipIf(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    boolean skipIfIgnoringCase(String expected) {
        boolean found = text.regionMatches(true, at, expected, 0, expected.length());
        at += found ? expected.length() : 0;
        return found;
    }

    private boolean digit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    /** Exactly so many digits. */
    int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (!digit(at + i)) {
                throw unexpected(count + " digits");
            }
            value = value * 10 + text.charAt(at + i) - '0';
        }
        at += count;
        return value;
    }

    int oneOrTwo(boolean exactlyTwo) {
        return digits(exactlyTwo || digit(at + 1) ? 2 : 1);
    }

    int upToThree() {
        return digits(digit(at + 1) ? digit(at + 2) ? 3 : 2 : 1);
    }

    /** Whether the second half of the day is written. */
    boolean half(String first, String second) {
        if (skipIf(second)) {
            return true;
        } else if (skipIf(first)) {
            return false;
        }
        throw unexpected(first + " or " + second);
    }

    boolean atFraction() {
        return at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',') && digit(at + 1);
    }

    /** The nanoseconds of a fraction with so many digits, or as many as there are; those behind the ninth do not count. */
    int fraction(int digits) {
        if (!atFraction()) {
            throw unexpected("a fraction of a second");
        }
        at++;
        int nanos = 0;
        int read = 0;
        for (; digits < 0 ? digit(at) : read < digits; read++) {
            int value = digits(1);
            nanos = read < 9 ? nanos * 10 + value : nanos;
        }
        for (; read < 9; read++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Seconds east of UTC, in the form of a layout's element. */
    int offset(String form) {
        char sign = at < text.length() ? text.charAt(at) : ' ';
        if (sign != '+' && sign != '-') {
            throw unexpected("an offset");
        }
        at++;
        boolean colons = form.indexOf(':') >= 0;
        int hours = upTo(24, digits(2));
        int minutes = form.length() > 3 ? afterColon(colons) : 0;
        int seconds = form.length() > 6 ? afterColon(colons) : 0;
        int size = (hours * 60 + minutes) * 60 + seconds;
        return sign == '-' ? -size : size;
    }

    private int afterColon(boolean colon) {
        if (colon && !skipIf(":")) {
            throw unexpected("a colon");
        }
        return upTo(60, digits(2));
    }

    private int upTo(int most, int value) {
        if (value > most) {
            throw unexpected("an offset that exists");
        }
        return value;
    }

    /** Something that looks like the abbreviation of a zone: {@code CET}, {@code GMT-3}, {@code +03}. */
    String zoneName() {
        int length = zoneNameLength();
        if (length == 0) {
            throw unexpected("the abbreviation of a zone");
        }
        at += length;
        return text.substring(at - length, at);
    }

    private int zoneNameLength() {
        if (text.startsWith("ChST", at) || text.startsWith("MeST", at)) {
            return 4;
        } else if (text.startsWith("GMT", at)) {
            return 3 + signedOffset(at + 3);
        } else if (text.length() - at < 3) {
            return 0;
        } else if (text.charAt(at) == '+' || text.charAt(at) == '-') {
            return signedOffset(at);
        }
        int upper = 0;
        while (upper < 6
                && at + upper < text.length()
                && text.charAt(at + upper) >= 'A'
                && text.charAt(at + upper) <= 'Z') {
            upper++;
        }
        return switch (upper) {
            case 3 -> 3;
            case 4 -> text.charAt(at + 3) == 'T' || text.startsWith("WITA", at) ? 4 : 0;
            case 5 -> text.charAt(at + 4) == 'T' ? 5 : 0;
            default -> 0;
        };
    }

    /** The length of a sign with hours up to 23 behind it, 0 if there are none. */
    private int signedOffset(int from) {
        if (from >= text.length() || text.charAt(from) != '+' && text.charAt(from) != '-') {
            return 0;
        }
        int value = 0;
        int end = from + 1;
        for (; digit(end) && value < 1000; end++) {
            value = value * 10 + text.charAt(end) - '0';
        }
        return end == from + 1 || value > 23 ? 0 : end - from;
    }
}
