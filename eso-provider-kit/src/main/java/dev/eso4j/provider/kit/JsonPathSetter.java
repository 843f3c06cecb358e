package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one property into JSON source text and leaves the rest of the text as it is.
 *
 * <p>A property is a path of names and element numbers separated by dots. What is missing on the way is created: an
 * array, padded with {@code null}, for a number, an object for anything else; {@code -1} appends to an array, and a
 * leading colon makes a number a name. If the document has a member whose name is the property with its dots, that
 * member is written. Values are always written as JSON strings. All methods are thread-safe.
 */
public final class JsonPathSetter {
    private JsonPathSetter() {}

    /**
     * Returns the document with {@code property} set to {@code value}.
     *
     * @param document JSON; blank text and {@code null} count as an empty object
     * @throws InvalidRequestException if the property cannot be written
     * @throws MalformedException if the document is not a JSON object or array
     */
    public static SecretValue set(SecretValue document, String property, SecretValue value) {
        return set(JsonText.of(document.bytes()), property, JsonText.of(value.bytes()))
                .toValue();
    }

    /** Returns the document without {@code property}; the document itself if there is none. Errors are those of set. */
    public static SecretValue remove(SecretValue document, String property) {
        JsonText text = JsonText.of(document.bytes());
        if (blank(text)) {
            return document;
        }
        check(text);
        return remove(text, steps(text, property), 0).toValue();
    }

    static JsonText set(JsonText document, String property, JsonText value) {
        if (!value.isUtf8()) {
            throw new InvalidRequestException(
                    "the value for property \"" + property + "\" is not UTF-8 text, which JSON cannot hold",
                    "push it base64-encoded, or without property");
        }
        JsonTextBuilder quoted = new JsonTextBuilder(value.length() + 2);
        JsonStrings.quote(quoted, value, false);
        JsonText text = blank(document) ? JsonText.EMPTY : document;
        if (!text.isEmpty()) {
            check(text);
        }
        return set(text, steps(text, property), 0, quoted.build());
    }

    private static boolean blank(JsonText document) {
        JsonText text = document.trim();
        return text.isEmpty() || text.same("null");
    }

    private static void check(JsonText document) {
        JsonValue root = JsonValue.first(document);
        if (root == null || !root.kind().container() || !JsonValidator.valid(document)) {
            throw new MalformedException(
                    "the present remote value is not a JSON object, so it has no properties",
                    "push without property, or delete the remote value first");
        }
    }

    /** Returns the way to the property; a member named exactly so goes before the path. */
    private static List<SetterStep> steps(JsonText document, String property) {
        JsonValue root = JsonValue.first(document);
        SetterStep literal = new SetterStep(JsonText.of(property), true);
        if (root != null && root.isObject() && slot(root, literal) != null) {
            return List.of(literal);
        }
        return SetterStep.parse(property);
    }

    private static JsonText set(JsonText text, List<SetterStep> steps, int at, JsonText value) {
        SetterStep step = steps.get(at);
        boolean last = at == steps.size() - 1;
        JsonValue container = container(text, step);
        JsonText whole = container.rawText();
        JsonValue old = slot(container, step);
        if (old != null) {
            JsonText source = text.isEmpty() ? whole : text;
            int begin = old.rawText().offsetIn(source);
            JsonText changed = last ? value : set(old.rawText(), steps, at + 1, value);
            return new JsonTextBuilder(source.length() + value.length())
                    .add(source.slice(0, begin))
                    .add(changed)
                    .add(source.slice(begin + old.rawText().length()))
                    .build();
        }
        JsonText added = last ? value : set(JsonText.EMPTY, steps, at + 1, value);
        return container.isObject() ? withMember(whole, step, added) : withElement(container, step, added);
    }

    /** Returns the container that the text holds, or a new one that fits the step if it holds something else. */
    private static JsonValue container(JsonText text, SetterStep step) {
        JsonValue value = JsonValue.first(text);
        if (value != null && value.kind().container()) {
            return value;
        }
        return step.element()
                ? new JsonValue(JsonKind.ARRAY, JsonText.of("[]"))
                : new JsonValue(JsonKind.OBJECT, JsonText.of("{}"));
    }

    /** Returns the present value that the step leads to. */
    private static @Nullable JsonValue slot(JsonValue container, SetterStep step) {
        JsonValue[] slot = {null};
        int[] count = {0};
        int index = container.isObject() ? -1 : step.number();
        JsonMembers.forEach(container, (name, value) -> {
            boolean hit = name == null ? count[0]++ == index : name.plain().same(step.name());
            if (hit && slot[0] == null) {
                slot[0] = value;
            }
        });
        return slot[0];
    }

    private static JsonText withMember(JsonText object, SetterStep step, JsonText value) {
        int end = lastBracket(object, '}');
        JsonTextBuilder out = new JsonTextBuilder(object.length() + value.length() + 16).add(object.slice(0, end));
        if (!object.slice(1, end).trim().isEmpty()) {
            out.add(',');
        }
        JsonStrings.quote(out, step.name(), false);
        return out.add(':').add(value).add('}').build();
    }

    private static JsonText withElement(JsonValue array, SetterStep step, JsonText value) {
        if (step.append()) {
            return appended(array.rawText(), value);
        }
        List<JsonText> elements = new ArrayList<>();
        JsonMembers.forEach(array, (name, element) -> elements.add(element.rawText()));
        int index = step.index();
        if (index < 0) {
            throw new InvalidRequestException(
                    "part \"" + step.name().utf8() + "\" of the property is not the number of an element",
                    "use a number, or -1 to append");
        }
        while (elements.size() < index) {
            elements.add(JsonText.of("null"));
        }
        elements.add(value);
        JsonTextBuilder out = new JsonTextBuilder(array.rawText().length() + value.length()).add('[');
        for (JsonText element : elements) {
            if (out.length() > 1) {
                out.add(',');
            }
            out.add(element);
        }
        return out.add(']').build();
    }

    private static JsonText appended(JsonText array, JsonText value) {
        int end = lastBracket(array, ']');
        JsonTextBuilder out = new JsonTextBuilder(array.length() + value.length() + 2).add(array.slice(0, end));
        if (!array.slice(1, end).trim().isEmpty()) {
            out.add(',');
        }
        return out.add(value).add(']').build();
    }

    private static int lastBracket(JsonText text, int bracket) {
        int end = text.length() - 1;
        while (end > 0 && text.at(end) != bracket) {
            end--;
        }
        return end;
    }

    private static JsonText remove(JsonText text, List<SetterStep> steps, int at) {
        JsonValue container = JsonValue.first(text);
        if (container == null || !container.kind().container()) {
            return text;
        }
        JsonValue old = slot(container, steps.get(at));
        if (old == null) {
            return text;
        }
        if (at < steps.size() - 1) {
            int begin = old.rawText().offsetIn(text);
            return new JsonTextBuilder(text.length())
                    .add(text.slice(0, begin))
                    .add(remove(old.rawText(), steps, at + 1))
                    .add(text.slice(begin + old.rawText().length()))
                    .build();
        }
        return without(text, container, old);
    }

    /** Cuts out one member together with the comma that it no longer needs. */
    private static JsonText without(JsonText text, JsonValue container, JsonValue gone) {
        List<int[]> spans = new ArrayList<>();
        int[] target = {-1};
        JsonMembers.forEach(container, (name, value) -> {
            if (value.rawText().offsetIn(text) == gone.rawText().offsetIn(text)) {
                target[0] = spans.size();
            }
            int begin = (name == null ? value : name).rawText().offsetIn(text);
            spans.add(new int[] {
                begin, value.rawText().offsetIn(text) + value.rawText().length()
            });
        });
        int i = target[0];
        int from = i == spans.size() - 1 && i > 0 ? spans.get(i - 1)[1] : spans.get(i)[0];
        int to = i < spans.size() - 1 ? spans.get(i + 1)[0] : spans.get(i)[1];
        return new JsonTextBuilder(text.length())
                .add(text.slice(0, from))
                .add(text.slice(to))
                .build();
    }
}
