package dev.eso4j.provider.kit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides whether a value satisfies an {@link ArrayQuery}. */
final class QueryTest {
    private QueryTest() {}

    static boolean matches(ArrayQuery query, @Nullable JsonValue value) {
        JsonText right = query.value();
        if (right.startsWith('~')) {
            String word = right.slice(1).utf8();
            boolean holds;
            switch (word) {
                case "*" -> holds = value != null;
                case "null" -> holds = value == null || value.isNull();
                case "true" -> holds = value != null && like(value, true);
                case "false" -> holds = value == null || value.isNull() || like(value, false);
                default -> {
                    return false;
                }
            }
            return query.operator().isEmpty() || booleans(query.operator(), holds, "true");
        }
        if (value == null) {
            return false;
        }
        if (query.operator().isEmpty()) {
            return true;
        }
        return switch (value.kind()) {
            case STRING -> strings(query.operator(), value.plain(), right);
            case NUMBER -> numbers(query.operator(), JsonNumbers.parse(value.rawText()), JsonNumbers.parse(right));
            case TRUE -> booleans(query.operator(), true, right.utf8());
            case FALSE -> booleans(query.operator(), false, right.utf8());
            default -> false;
        };
    }

    /** Returns whether the value can be taken for {@code wanted}. */
    private static boolean like(JsonValue value, boolean wanted) {
        return switch (value.kind()) {
            case TRUE -> wanted;
            case FALSE -> !wanted;
            case NUMBER -> (JsonNumbers.parse(value.rawText()) != 0) == wanted;
            case STRING -> {
                String text = value.plain().utf8().toLowerCase(Locale.ROOT);
                yield wanted
                        ? text.equals("1") || text.equals("t") || text.equals("true")
                        : text.equals("0") || text.equals("f") || text.equals("false");
            }
            default -> false;
        };
    }

    private static boolean strings(String operator, JsonText left, JsonText right) {
        if (operator.equals("%")) {
            return JsonWildcard.of(right).matches(left);
        }
        if (operator.equals("!%")) {
            return !JsonWildcard.of(right).matches(left);
        }
        int order = left.compare(right);
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> false;
        };
    }

    private static boolean numbers(String operator, double left, double right) {
        return switch (operator) {
            case "=" -> left == right;
            case "!=" -> left != right;
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            case ">=" -> left >= right;
            default -> false;
        };
    }

    private static boolean booleans(String operator, boolean left, String right) {
        boolean same = right.equals(Boolean.toString(left));
        return switch (operator) {
            case "=" -> same;
            case "!=" -> !same;
            case ">" -> left && right.equals("false");
            case "<" -> !left && right.equals("true");
            case ">=" -> left;
            case "<=" -> !left;
            default -> false;
        };
    }
}
