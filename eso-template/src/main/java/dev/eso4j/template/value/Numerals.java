package dev.eso4j.template.value;

import org.jspecify.annotations.Nullable;

/** Reads numbers as Go's {@code strconv} does. */
public final class Numerals {
    private Numerals() {}

    /** A signed 64-bit integer in Go's syntax of literals: with prefix, underscores, legacy octal; null if it is none or too large. */
    public static @Nullable Long integer(String text) {
        boolean negative = text.startsWith("-");
        Long size = unsigned(negative || text.startsWith("+") ? text.substring(1) : text);
        if (size == null) {
            return null;
        }
        if (negative) {
            return size >= 0 || size == Long.MIN_VALUE ? Long.valueOf(-size) : null;
        }
        return size >= 0 ? size : null;
    }

    /** The bits of an unsigned 64-bit integer in Go's syntax of literals without a sign; null if it is none or too large. */
    public static @Nullable Long unsigned(String text) {
        int base = 10;
        int from = 0;
        if (text.length() > 1 && text.charAt(0) == '0') {
            base = switch (text.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> -8;
                case 'b', 'B' -> 2;
                default -> 8;
            };
            from = base == 8 ? 1 : 2;
            base = Math.abs(base);
        }
        if (text.indexOf('_') >= 0 && !underscoresSeparate(text)) {
            return null;
        }
        long value = 0;
        boolean any = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_') {
                continue;
            }
            int digit = c < 0x80 ? Character.digit(c, base) : -1;
            if (digit < 0 || Long.compareUnsigned(value, Long.divideUnsigned(-1L, base)) > 0) {
                return null;
            }
            value = value * base + digit;
            if (Long.compareUnsigned(value, digit) < 0) {
                return null;
            }
            any = true;
        }
        return any ? value : null;
    }

    /** A number in Go's syntax of floats, {@code inf} and {@code nan} included; null if it is none or out of range. */
    public static @Nullable Double decimal(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String size = signed ? text.substring(1) : text;
        Double value = magnitude(size);
        return value == null ? null : text.startsWith("-") ? Double.valueOf(-value) : value;
    }

    private static @Nullable Double magnitude(String text) {
        if (text.equalsIgnoreCase("inf") || text.equalsIgnoreCase("infinity")) {
            return Double.POSITIVE_INFINITY;
        } else if (text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        if (text.indexOf('_') >= 0 && !underscoresSeparate(text)) {
            return null;
        }
        String digits = text.replace("_", "");
        if (!wellFormed(digits, hex)) {
            return null;
        }
        double value = Double.parseDouble(digits);
        return Double.isInfinite(value) ? null : Double.valueOf(value);
    }

    private static boolean wellFormed(String text, boolean hex) {
        int i = hex ? 2 : 0;
        boolean digits = false;
        boolean point = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c < 0x80 && Character.digit(c, hex ? 16 : 10) >= 0) {
                digits = true;
            } else {
                break;
            }
        }
        if (!digits) {
            return false;
        }
        if (i == text.length()) {
            return !hex;
        }
        char exponent = text.charAt(i++);
        if (hex ? exponent != 'p' && exponent != 'P' : exponent != 'e' && exponent != 'E') {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        if (i == text.length()) {
            return false;
        }
        for (; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Underscores must stand between digits; a base prefix counts as one. */
    private static boolean underscoresSeparate(String text) {
        boolean hex = false;
        char last = '^';
        int i = 0;
        if (text.length() > 1 && text.charAt(0) == '0' && "xXoObB".indexOf(text.charAt(1)) >= 0) {
            i = 2;
            last = '0';
            hex = text.charAt(1) == 'x' || text.charAt(1) == 'X';
        }
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9' || hex && (c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
            if (digit) {
                last = '0';
            } else if (c == '_') {
                if (last != '0') {
                    return false;
                }
                last = '_';
            } else {
                if (last == '_') {
                    return false;
                }
                last = '!';
            }
        }
        return last != '_';
    }
}
