package dev.eso4j.provider.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads number literals as doubles and prints them in plain decimal. */
final class JsonNumbers {
    /** No possessive or nested repetition: matching is linear. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");

    private JsonNumbers() {}

    /** Returns whether the literal is digits with an optional minus. */
    static boolean integer(JsonText literal) {
        int i = literal.startsWith('-') ? 1 : 0;
        while (i < literal.length()) {
            if (literal.at(i) < '0' || literal.at(i) > '9') {
                return false;
            }
            i++;
        }
        return true;
    }

    /** Returns the number that the literal stands for; 0 for what is none. */
    static double parse(JsonText literal) {
        String text = literal.utf8();
        if (DECIMAL.matcher(text).matches() || HEXADECIMAL.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        String word = text.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> 0;
        };
    }

    /** Returns the literal as plain decimal: integers as they stand, others as the shortest that gives the same double. */
    static String plain(JsonText literal) {
        return integer(literal) ? literal.utf8() : plain(parse(literal));
    }

    static String plain(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "+Inf" : "-Inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        return shortest(number).stripTrailingZeros().toPlainString();
    }

    /** Double.toString of this Java version is not always the shortest, so the digits are found by trying. */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < 17; digits++) {
            for (RoundingMode mode :
                    new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING}) {
                BigDecimal candidate = exact.round(new MathContext(digits, mode));
                if (candidate.doubleValue() == number) {
                    return candidate;
                }
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }
}
