package dev.eso4j.provider.kit;

import dev.eso4j.api.spi.InvalidRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The modifiers {@code @name} and {@code @name:argument} of paths. */
final class JsonModifiers {
    private static final Set<String> NAMES = Set.of(
            "this", "reverse", "flatten", "join", "keys", "values", "valid", "pretty", "ugly", "tostr", "fromstr",
            "group", "dig");

    private JsonModifiers() {}

    static boolean known(JsonText name) {
        return name.length() < 16 && NAMES.contains(name.utf8());
    }

    static JsonText apply(String name, JsonText doc, JsonText argument, PathBudget budget) {
        budget.charge(doc.length());
        JsonValue value = JsonValue.first(doc);
        return switch (name) {
            case "this" -> doc;
            case "valid" -> JsonValidator.valid(doc) ? doc : JsonText.EMPTY;
            case "ugly" -> JsonPretty.compact(doc);
            case "pretty" -> pretty(doc, argument, budget);
            case "tostr" -> quoted(doc);
            case "fromstr" -> value == null || !JsonValidator.valid(doc) ? JsonText.EMPTY : value.plain();
            case "keys" -> value == null ? JsonText.of("[]") : list(value, true);
            case "values" ->
                value == null ? JsonText.of("[]") : value.kind() == JsonKind.ARRAY ? doc : list(value, false);
            case "reverse" -> value == null || !value.kind().container() ? doc : reverse(value);
            case "flatten" ->
                value != null && value.kind() == JsonKind.ARRAY ? flatten(value, flag(argument, "deep"), budget) : doc;
            case "join" ->
                value != null && value.kind() == JsonKind.ARRAY ? join(value, flag(argument, "preserve")) : doc;
            case "group" -> value == null || !value.isObject() ? JsonText.EMPTY : group(value);
            case "dig" -> value == null ? JsonText.of("[]") : dig(value, argument, budget);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static JsonText pretty(JsonText doc, JsonText argument, PathBudget budget) {
        if (!argument.isEmpty()) {
            throw new InvalidRequestException("@pretty takes no options here", "remove what follows @pretty");
        }
        return JsonPretty.pretty(doc, budget);
    }

    private static JsonText quoted(JsonText doc) {
        JsonTextBuilder out = new JsonTextBuilder(doc.length() + 2);
        JsonStrings.quote(out, doc, true);
        return out.build();
    }

    private static boolean flag(JsonText argument, String name) {
        JsonValue options = JsonValue.first(argument);
        boolean[] set = {false};
        if (options != null && options.isObject()) {
            JsonMembers.forEach(options, (member, value) -> {
                if (member != null && member.plain().same(name)) {
                    set[0] = value.kind() == JsonKind.TRUE;
                }
            });
        }
        return set[0];
    }

    private static JsonText list(JsonValue value, boolean names) {
        JsonTextBuilder out = new JsonTextBuilder(64).add('[');
        JsonMembers.forEach(value, (name, member) -> {
            separate(out);
            if (!names) {
                out.add(member.rawText());
            } else if (name == null) {
                out.add("null");
            } else {
                out.add(name.rawText());
            }
        });
        return out.add(']').build();
    }

    private static JsonText reverse(JsonValue value) {
        List<JsonText> parts = new ArrayList<>();
        JsonMembers.forEach(
                value,
                (name, member) -> parts.add(name == null ? member.rawText() : pair(name.rawText(), member.rawText())));
        JsonTextBuilder out = new JsonTextBuilder(value.rawText().length()).add(value.isObject() ? '{' : '[');
        for (int i = parts.size() - 1; i >= 0; i--) {
            separate(out);
            out.add(parts.get(i));
        }
        return out.add(value.isObject() ? '}' : ']').build();
    }

    private static JsonText flatten(JsonValue array, boolean deep, PathBudget budget) {
        budget.enter();
        budget.charge(array.rawText().length());
        JsonTextBuilder out = new JsonTextBuilder(array.rawText().length()).add('[');
        JsonMembers.forEach(array, (name, element) -> {
            JsonText part = element.rawText();
            if (element.kind() == JsonKind.ARRAY) {
                part = inside(deep ? flatten(element, true, budget) : part);
            }
            if (!part.trim().isEmpty()) {
                separate(out);
                out.add(part.trim());
            }
        });
        budget.leave();
        return out.add(']').build();
    }

    private static JsonText join(JsonValue array, boolean preserve) {
        JsonTextBuilder out = new JsonTextBuilder(array.rawText().length()).add('{');
        Map<String, JsonText> names = new LinkedHashMap<>();
        Map<String, JsonText> values = new HashMap<>();
        JsonMembers.forEach(array, (none, element) -> {
            if (!element.isObject()) {
                return;
            }
            if (preserve) {
                separate(out);
                out.add(inside(element.rawText()));
                return;
            }
            JsonMembers.forEach(element, (name, value) -> {
                if (name != null) {
                    names.putIfAbsent(name.plain().utf8(), name.rawText());
                    values.put(name.plain().utf8(), value.rawText());
                }
            });
        });
        names.forEach((key, name) -> {
            separate(out);
            out.add(name).add(':').add(values.getOrDefault(key, JsonText.EMPTY));
        });
        return out.add('}').build();
    }

    private static JsonText group(JsonValue object) {
        List<JsonTextBuilder> rows = new ArrayList<>();
        JsonMembers.forEach(object, (name, list) -> {
            int[] row = {0};
            if (name == null || list.kind() != JsonKind.ARRAY) {
                return;
            }
            JsonMembers.forEach(list, (none, element) -> {
                if (row[0] == rows.size()) {
                    rows.add(new JsonTextBuilder(64).add('{'));
                }
                JsonTextBuilder out = rows.get(row[0]++);
                separate(out);
                out.add(pair(name.rawText(), element.rawText()));
            });
        });
        JsonTextBuilder out = new JsonTextBuilder(64).add('[');
        rows.forEach(row -> {
            separate(out);
            out.add(row.add('}').build());
        });
        return out.add(']').build();
    }

    private static JsonText dig(JsonValue value, JsonText path, PathBudget budget) {
        JsonTextBuilder out = new JsonTextBuilder(64).add('[');
        dig(out, value, path, budget);
        return out.add(']').build();
    }

    private static void dig(JsonTextBuilder out, JsonValue value, JsonText path, PathBudget budget) {
        budget.enter();
        JsonValue hit = PathEvaluator.get(value.rawText(), path, budget);
        if (hit != null) {
            separate(out);
            budget.charge(hit.rawText().length());
            out.add(hit.rawText());
        }
        if (value.kind().container()) {
            JsonMembers.forEach(value, (name, member) -> dig(out, member, path, budget));
        }
        budget.leave();
    }

    private static JsonText pair(JsonText name, JsonText value) {
        return new JsonTextBuilder(name.length() + value.length() + 1)
                .add(name)
                .add(':')
                .add(value)
                .build();
    }

    /** Returns what stands between the brackets. */
    private static JsonText inside(JsonText container) {
        JsonText text = container.trim();
        return text.length() < 2 ? text : text.slice(1, text.length() - 1);
    }

    private static void separate(JsonTextBuilder out) {
        if (out.length() > 1) {
            out.add(',');
        }
    }
}
