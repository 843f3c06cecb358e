package dev.eso4j.template.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as text, exactly as Go's {@code strconv.FormatFloat} writes them. */
public final class Floats {
    /** No double has more digits than these behind its point. */
    private static final int MOST_DIGITS = 1100;

    private Floats() {}

    /** The shortest text that reads as the same number, with an exponent if it is below -4 or at least 6 (21 decides JSON). */
    public static String shortest(double value) {
        return format(value, 'g', -1, 64);
    }

    /** The same for a number of 32 bits. */
    public static String shortest(float value) {
        return format(value, 'g', -1, 32);
    }

    /**
     * A number by one of the forms {@code e E f g G}, or {@code b x X}.
     *
     * @param precision the digits behind the point ({@code g}: all digits), -1 for as many as needed
     * @param bits 64, or 32 for numbers that were made from 32 bits
     */
    public static String format(double value, char form, int precision, int bits) {
        if (Double.isNaN(value)) {
            return "NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        double size = Math.abs(value);
        if (precision < 0 && form == 'g' && size < 1e6 && size == Math.rint(size)) {
            return sign + (long) size;
        }
        return switch (form) {
            case 'b' -> sign + HexFloats.binary(size);
            case 'x', 'X' -> sign + HexFloats.hex(size, form, precision);
            case 'f' -> sign + plain(precision < 0 ? shortestDigits(size, bits) : fixed(size, precision), precision);
            case 'e', 'E' ->
                sign
                        + scientific(
                                precision < 0 ? shortestDigits(size, bits) : significant(size, precision + 1),
                                precision,
                                form);
            default -> sign + general(size, form, precision, bits);
        };
    }

    private static String general(double size, char form, int precision, int bits) {
        boolean shortest = precision < 0;
        int digits = Math.max(precision, 1);
        Digits decimal = shortest
                ? shortestDigits(size, bits)
                : significant(size, digits).withoutZeros();
        int limit = digits;
        if (limit > decimal.count() && decimal.count() >= decimal.point()) {
            limit = decimal.count();
        }
        if (shortest) {
            limit = 6;
        }
        int exponent = decimal.point() - 1;
        if (exponent < -4 || exponent >= limit) {
            return scientific(decimal, Math.max(decimal.count() - 1, 0), form == 'G' ? 'E' : 'e');
        }
        return plain(decimal, Math.max(decimal.count() - decimal.point(), 0));
    }

    /** Digits d1 d2 d3 … of the number 0.d1d2d3… × 10^point; none for zero, whose point is 0. */
    record Digits(String digits, int point) {
        int count() {
            return digits.length();
        }

        char at(int index) {
            return index >= 0 && index < digits.length() ? digits.charAt(index) : '0';
        }

        Digits withoutZeros() {
            int end = digits.length();
            while (end > 0 && digits.charAt(end - 1) == '0') {
                end--;
            }
            return end == 0 ? new Digits("", 0) : new Digits(digits.substring(0, end), point);
        }

        static Digits of(BigDecimal value) {
            if (value.signum() == 0) {
                return new Digits("", 0);
            }
            String digits = value.unscaledValue().toString();
            return new Digits(digits, digits.length() - value.scale());
        }
    }

    static Digits shortestDigits(double size, int bits) {
        if (size == 0) {
            return new Digits("", 0);
        }
        BigDecimal exact = new BigDecimal(size);
        boolean normal = bits == 64 ? size >= Double.MIN_NORMAL : size >= Float.MIN_NORMAL;
        // Fewer digits than a type always keeps are found as these with zeros at the end, except below the normal
        // numbers.
        int first = !normal ? 1 : bits == 64 ? 15 : 6;
        for (int precision = first; ; precision++) {
            for (RoundingMode mode :
                    new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING}) {
                BigDecimal candidate = exact.round(new MathContext(precision, mode));
                boolean same = bits == 64 ? candidate.doubleValue() == size : candidate.floatValue() == (float) size;
                if (same) {
                    return Digits.of(candidate).withoutZeros();
                }
            }
        }
    }

    private static Digits significant(double size, int digits) {
        return Digits.of(
                new BigDecimal(size).round(new MathContext(Math.min(digits, MOST_DIGITS), RoundingMode.HALF_EVEN)));
    }

    private static Digits fixed(double size, int places) {
        return Digits.of(new BigDecimal(size).setScale(Math.min(places, MOST_DIGITS), RoundingMode.HALF_EVEN));
    }

    private static String plain(Digits decimal, int places) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < decimal.point(); i++) {
            text.append(decimal.at(i));
        }
        if (decimal.point() <= 0) {
            text.append('0');
        }
        int behind = places < 0 ? Math.max(decimal.count() - decimal.point(), 0) : places;
        if (behind > 0) {
            text.append('.');
            for (int i = 0; i < behind; i++) {
                text.append(decimal.at(decimal.point() + i));
            }
        }
        return text.toString();
    }

    private static String scientific(Digits decimal, int places, char form) {
        StringBuilder text = new StringBuilder().append(decimal.at(0));
        int behind = places < 0 ? Math.max(decimal.count() - 1, 0) : places;
        if (behind > 0) {
            text.append('.');
            for (int i = 1; i <= behind; i++) {
                text.append(decimal.at(i));
            }
        }
        int exponent = decimal.count() == 0 ? 0 : decimal.point() - 1;
        text.append(form).append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            text.append('0');
        }
        return text.append(Math.abs(exponent)).toString();
    }
}
