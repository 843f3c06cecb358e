package dev.eso4j.provider.kit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints JSON with or without blanks between its parts; numbers and strings stay as they are written. */
final class JsonPretty {
    private static final int WIDTH = 80;

    private final JsonTextBuilder out;
    private final PathBudget budget;
    private int lineStart;

    private JsonPretty(int capacity, PathBudget budget) {
        this.out = new JsonTextBuilder(capacity);
        this.budget = budget;
    }

    /** Returns the text without blanks outside strings. */
    static JsonText compact(JsonText text) {
        JsonTextBuilder out = new JsonTextBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (text.at(i) == '"') {
                int end = JsonScan.end(text, JsonKind.STRING, i);
                out.add(text.slice(i, end));
                i = end;
            } else {
                if (text.at(i) > ' ') {
                    out.add(text.at(i));
                }
                i++;
            }
        }
        return out.build();
    }

    /** Returns the first value of the text with two blanks of indentation; short arrays of scalars keep one line. */
    static JsonText pretty(JsonText text, PathBudget budget) {
        JsonValue value = JsonValue.first(text);
        if (value == null) {
            return JsonText.EMPTY;
        }
        JsonPretty pretty = new JsonPretty(text.length() * 2, budget);
        pretty.value(value, 0);
        return pretty.out.add('\n').build();
    }

    private void value(JsonValue value, int level) {
        if (!value.kind().container()) {
            out.add(value.rawText());
            return;
        }
        budget.enter();
        budget.charge(value.rawText().length());
        int room = WIDTH - (out.length() - lineStart);
        JsonText line = value.kind() == JsonKind.ARRAY && room > 3 ? line(value, room) : null;
        if (line == null) {
            block(value, level);
        } else {
            out.add(line);
        }
        budget.leave();
    }

    private void block(JsonValue value, int level) {
        out.add(value.isObject() ? '{' : '[');
        int[] count = {0};
        JsonMembers.forEach(value, (name, member) -> {
            if (count[0]++ > 0) {
                out.add(',');
            }
            newLine(level + 1);
            if (name != null) {
                out.add(name.rawText()).add(": ");
            }
            value(member, level + 1);
        });
        if (count[0] > 0) {
            newLine(level);
        }
        out.add(value.isObject() ? '}' : ']');
    }

    private void newLine(int level) {
        lineStart = out.length();
        out.add('\n');
        for (int i = 0; i < level; i++) {
            out.add("  ");
        }
    }

    /** Returns an array on one line, or {@code null} if it is longer than {@code room} or holds an object. */
    private @Nullable JsonText line(JsonValue array, int room) {
        List<JsonValue> elements = new ArrayList<>();
        JsonMembers.forEach(array, (name, element) -> elements.add(element));
        if (elements.size() > room) {
            return null;
        }
        JsonTextBuilder line = new JsonTextBuilder(room).add('[');
        for (JsonValue element : elements) {
            JsonText part = element.rawText();
            if (element.kind().container()) {
                budget.enter();
                JsonText nested = element.isObject() ? null : line(element, room);
                budget.leave();
                if (nested == null) {
                    return null;
                }
                part = nested;
            }
            if (line.length() > 1) {
                line.add(", ");
            }
            line.add(part);
            if (line.length() >= room) {
                return null;
            }
        }
        return line.add(']').build();
    }
}
