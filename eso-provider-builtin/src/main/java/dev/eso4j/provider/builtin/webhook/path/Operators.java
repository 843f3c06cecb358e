package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Set;

/** What operators do with values. */
final class Operators {
    private static final Set<String> TRUE = Set.of("true", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "FALSE");

    private Operators() {}

    /** Numbers are equal when they are the same number, however it is written. */
    private static Comparator<JsonNode> scalars(Evaluation evaluation) {
        return (a, b) -> {
            evaluation.step();
            if (a.isNumber() && b.isNumber()) {
                return a.decimalValue().compareTo(b.decimalValue());
            }
            return a.equals(b) ? 0 : 1;
        };
    }

    static JsonNode equal(Evaluation evaluation, JsonNode left, JsonNode right, boolean wanted) {
        return BooleanNode.valueOf(left.equals(scalars(evaluation), right) == wanted);
    }

    /** Compares two numbers or two texts. */
    static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        if (left.isTextual() && right.isTextual()) {
            return left.asText().compareTo(right.asText());
        }
        throw PathException.missing("values of different kinds, or of a kind without an order, are compared");
    }

    static JsonNode negative(JsonNode value) {
        if (!value.isNumber()) {
            throw PathException.missing("the negative of something that is not a number is asked for");
        }
        return DecimalNode.valueOf(value.decimalValue().negate());
    }

    static boolean truth(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNull()) {
            return false;
        }
        if (value.isNumber()) {
            return value.decimalValue().signum() != 0;
        }
        if (value.isTextual()) {
            String text = value.asText();
            if (TRUE.contains(text) || FALSE.contains(text)) {
                return TRUE.contains(text);
            }
            if (text.length() <= 100 && text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")) {
                return new BigDecimal(text).signum() != 0;
            }
        }
        throw PathException.missing("a condition is neither true nor false");
    }
}
