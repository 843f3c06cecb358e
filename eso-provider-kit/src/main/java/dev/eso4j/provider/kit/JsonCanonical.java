package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.MalformedException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Prints JSON values with sorted names and without blanks; digits are never rounded. */
final class JsonCanonical {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_EXPONENT = 400;

    private JsonCanonical() {}

    /** Returns a value as the pair of a secret. */
    static SecretValue value(JsonValue value) {
        return switch (value.kind()) {
            case STRING -> SecretValue.of(value.plain().utf8());
            case NUMBER -> SecretValue.of(number(value.rawText(), false));
            case OBJECT, ARRAY -> encoded(value);
            default -> value.text();
        };
    }

    /** Returns a value as JSON. */
    static SecretValue encoded(JsonValue value) {
        JsonTextBuilder out = new JsonTextBuilder(value.rawText().length());
        print(out, value, 0);
        return out.build().toValue();
    }

    private static void print(JsonTextBuilder out, JsonValue value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedException(
                    "a JSON value is nested deeper than " + MAX_DEPTH + " levels", "flatten the value");
        }
        switch (value.kind()) {
            case STRING -> JsonStrings.quote(out, value.plain(), true);
            case NUMBER -> out.add(number(value.rawText(), true));
            case NULL -> out.add("null");
            case TRUE, FALSE -> out.add(value.plain());
            case ARRAY -> {
                out.add('[');
                int first = out.length();
                JsonMembers.forEach(value, (name, element) -> {
                    separate(out, first);
                    print(out, element, depth + 1);
                });
                out.add(']');
            }
            case OBJECT -> {
                Map<String, JsonValue> sorted = new TreeMap<>(JsonCanonical::byCodePoints);
                JsonMembers.forEach(value, (name, member) -> {
                    if (name != null) {
                        sorted.put(name.plain().utf8(), member);
                    }
                });
                out.add('{');
                int first = out.length();
                sorted.forEach((name, member) -> {
                    separate(out, first);
                    JsonStrings.quote(out, JsonText.of(name), true);
                    out.add(':');
                    print(out, member, depth + 1);
                });
                out.add('}');
            }
        }
    }

    private static int byCodePoints(String left, String right) {
        return JsonText.of(left).compare(JsonText.of(right));
    }

    private static void separate(JsonTextBuilder out, int first) {
        if (out.length() > first) {
            out.add(',');
        }
    }

    /**
     * Returns a number literal without an exponent and without zeros that say nothing; inside of JSON, very large and
     * very small numbers keep an exponent.
     */
    private static String number(JsonText literal, boolean nested) {
        if (JsonNumbers.integer(literal)) {
            return literal.utf8();
        }
        BigDecimal number;
        try {
            number = new BigDecimal(literal.utf8());
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
        if (number.signum() == 0) {
            return literal.startsWith('-') ? "-0" : "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        long exponent = (long) stripped.precision() - stripped.scale() - 1;
        if (Math.abs(exponent) > MAX_EXPONENT) {
            throw outOfRange();
        }
        if (!nested || (exponent >= -6 && exponent < 21)) {
            return stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().abs().toString();
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    /** The cause is left out on purpose: its message would quote the literal. */
    private static MalformedException outOfRange() {
        return new MalformedException("a number in the JSON value is out of range", "store the number as a string");
    }
}
