package dev.eso4j.provider.kit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several paths whose results make a new object or array: {@code {a,"n":b}} or {@code [a,b]}.
 *
 * @param object whether an object is made
 * @param parts the paths
 * @param rest the path after the closing bracket
 */
record Multipath(boolean object, List<Part> parts, JsonText rest) {

    /** One path, and the name of its result if one is given. */
    record Part(@Nullable JsonText name, JsonText path) {}

    /** Parses a path that begins with a bracket; {@code null} if the bracket does not close. */
    static @Nullable Multipath parse(JsonText path) {
        List<Part> parts = new ArrayList<>();
        int start = 1;
        int colon = 0;
        boolean modifier = false;
        int depth = 1;
        for (int i = 1; i < path.length(); i++) {
            switch (path.at(i)) {
                case '\\' -> i++;
                case '"' -> i = JsonScan.afterString(path, i + 1) - 1;
                case '@' -> modifier |= path.at(i - 1) == '.' || path.at(i - 1) == '|';
                case ':' -> colon = !modifier && colon == 0 && depth == 1 ? i : colon;
                case '[', '(', '{' -> depth++;
                case ']', ')', '}' -> depth--;
                default -> {}
            }
            if (i < path.length() && (depth == 0 || (depth == 1 && path.at(i) == ',' && path.at(i - 1) != '\\'))) {
                parts.add(
                        colon == 0
                                ? new Part(null, path.slice(start, i))
                                : new Part(path.slice(start, colon), path.slice(colon + 1, i)));
                if (depth == 0) {
                    return new Multipath(path.at(0) == '{', parts, path.slice(i + 1));
                }
                start = i + 1;
                colon = 0;
                modifier = false;
            }
        }
        return null;
    }

    JsonText evaluate(JsonText doc, PathBudget budget) {
        JsonTextBuilder out = new JsonTextBuilder(64).add(object ? '{' : '[');
        for (Part part : parts) {
            JsonValue value = PathEvaluator.get(doc, part.path, budget);
            if (value == null) {
                continue;
            }
            if (out.length() > 1) {
                out.add(',');
            }
            if (object) {
                name(out, part);
                out.add(':');
            }
            budget.charge(value.rawText().length());
            out.add(value.rawText());
        }
        return out.add(object ? '}' : ']').build();
    }

    private static void name(JsonTextBuilder out, Part part) {
        JsonText name = part.name;
        if (name == null || name.isEmpty()) {
            JsonText last = lastComponent(part.path);
            JsonStrings.quote(out, simple(last) ? last : JsonText.of("_"), true);
        } else if (name.startsWith('"') && JsonValidator.valid(name)) {
            out.add(name);
        } else {
            JsonStrings.quote(out, name, true);
        }
    }

    private static JsonText lastComponent(JsonText path) {
        for (int i = path.length() - 1; i >= 0; i--) {
            if ((path.at(i) == '|' || path.at(i) == '.') && (i == 0 || path.at(i - 1) != '\\')) {
                return path.slice(i + 1);
            }
        }
        return path;
    }

    private static boolean simple(JsonText name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.at(i) < ' ' || "[]{}()#|!".indexOf(name.at(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
