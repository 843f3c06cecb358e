package dev.eso4j.provider.kit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Evaluates a path: modifiers, literals and multipaths at its beginning, everything else by walking. */
final class PathEvaluator {
    private PathEvaluator() {}

    static @Nullable JsonValue get(JsonText doc, JsonText path, PathBudget budget) {
        budget.enter();
        budget.charge(doc.length());
        JsonValue value = evaluate(doc, path, budget);
        budget.leave();
        return value;
    }

    private static @Nullable JsonValue evaluate(JsonText doc, JsonText path, PathBudget budget) {
        if (path.length() > 1) {
            Head head = switch (path.at(0)) {
                case '@' -> modifier(doc, path, budget);
                case '!' -> literal(path);
                case '[', '{' -> multipath(doc, path, budget);
                default -> null;
            };
            if (head != null) {
                if (head.rest.startsWith('|') || head.rest.startsWith('.')) {
                    return get(head.result, head.rest.slice(1), budget);
                }
                return JsonValue.first(head.result);
            }
        }
        return PathWalk.get(doc, path, budget);
    }

    /** What the beginning of a path gave, and the path after it. */
    private record Head(JsonText result, JsonText rest) {}

    private static @Nullable Head modifier(JsonText doc, JsonText path, PathBudget budget) {
        int end = 1;
        while (end < path.length() && ":|.".indexOf(path.at(end)) < 0) {
            end++;
        }
        JsonText name = path.slice(1, end);
        if (!JsonModifiers.known(name)) {
            return null;
        }
        int argumentEnd = end;
        JsonText argument = JsonText.EMPTY;
        if (end < path.length() && path.at(end) == ':') {
            argumentEnd = argumentEnd(path, end + 1);
            argument = path.slice(end + 1, argumentEnd);
        }
        return new Head(JsonModifiers.apply(name.utf8(), doc, argument, budget), path.slice(argumentEnd));
    }

    private static int argumentEnd(JsonText path, int begin) {
        int i = begin;
        if (i < path.length() && "{[\"".indexOf(path.at(i)) >= 0) {
            return afterQuotedOrBrackets(path, i);
        }
        while (i < path.length() && path.at(i) != '|') {
            i = "{[\"(".indexOf(path.at(i)) >= 0 ? afterQuotedOrBrackets(path, i) : i + 1;
        }
        return i;
    }

    private static int afterQuotedOrBrackets(JsonText path, int i) {
        return path.at(i) == '"'
                ? Math.min(path.length(), JsonScan.afterString(path, i + 1))
                : JsonScan.afterBrackets(path, i);
    }

    private static @Nullable Head literal(JsonText path) {
        if ("{[\"+-0123456789".indexOf(path.at(1)) >= 0) {
            int end = JsonScan.afterBrackets(path, 1);
            return new Head(path.slice(1, end), path.slice(end));
        }
        int end = 1;
        while (end < path.length() && path.at(end) != '|' && path.at(end) != '.') {
            end++;
        }
        return switch (path.slice(1, end).utf8().toLowerCase(Locale.ROOT)) {
            case "true", "false", "null", "nan", "inf" -> new Head(path.slice(1, end), path.slice(end));
            default -> null;
        };
    }

    private static @Nullable Head multipath(JsonText doc, JsonText path, PathBudget budget) {
        Multipath multipath = Multipath.parse(path);
        if (multipath == null
                || !(multipath.rest().isEmpty()
                        || multipath.rest().startsWith('|')
                        || multipath.rest().startsWith('.'))) {
            return null;
        }
        return new Head(multipath.evaluate(doc, budget), multipath.rest());
    }
}
