package dev.eso4j.template.functions.numbers;

import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.Numerals;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Makes a number of whatever there is, and 0 of what is none; never an error. */
public final class Conversion {
    private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);

    private Conversion() {}

    public static long toLong(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        } else if (value instanceof GoInt number) {
            return number.value();
        } else if (value instanceof Double number) {
            return truncated(number);
        } else if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        } else if (value instanceof String text) {
            Long number = Numerals.integer(withoutFraction(text));
            return number == null ? 0 : number;
        }
        return 0;
    }

    static double toDouble(@Nullable Object value) {
        if (value instanceof Double number) {
            return number;
        } else if (value instanceof GoInt number && number.type().kind().unsigned() && number.value() < 0) {
            return new BigInteger(Long.toUnsignedString(number.value())).doubleValue();
        } else if (value instanceof String text) {
            Double number = Numerals.decimal(text);
            return number == null ? 0 : number;
        }
        return toLong(value);
    }

    /** Towards zero; what does not fit is the lowest number, as on Go's usual processors. */
    private static long truncated(double value) {
        return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
    }

    /** The integer part if the text is digits with a point and a sign at most, else the text. */
    private static String withoutFraction(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return text;
        }
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (i != point && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return text;
            }
        }
        return text.substring(0, point);
    }

    /** Digits of this base with a sign at most; null if it is something else. */
    static @Nullable BigInteger digits(String text, int base) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.length() == from) {
            return null;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) >= '0' + base) {
                return null;
            }
        }
        int zeros = from;
        while (zeros < text.length() - 1 && text.charAt(zeros) == '0') {
            zeros++;
        }
        // More digits than any number of 64 bits has; the exact size does not matter any more.
        String size = text.substring(zeros, Math.min(text.length(), zeros + 30));
        BigInteger number = new BigInteger(size, base);
        return text.startsWith("-") ? number.negate() : number;
    }

    /** A decimal number; the nearest possible one if it is out of range, 0 if it is none. */
    public static long atoi(String text) {
        BigInteger number = digits(text, 10);
        return number == null ? 0 : number.max(LOWEST).min(HIGHEST).longValueExact();
    }

    static long octal(String text) {
        BigInteger number = digits(text, 8);
        return number == null || number.bitLength() > 63 ? 0 : number.longValueExact();
    }
}
