package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes the member of an object or the element of an array. */
final class Selection {
    private Selection() {}

    static JsonNode of(JsonNode from, JsonNode key) {
        if (from.isObject()) {
            JsonNode member = key.isTextual() || key.isNumber() ? from.get(key.asText()) : null;
            if (member == null) {
                throw PathException.missing("an object has no such member");
            }
            return member;
        }
        if (from.isArray()) {
            int index = index(key);
            JsonNode element = from.get(index < 0 ? from.size() + index : index);
            if (element == null) {
                throw PathException.missing("an array has no such element");
            }
            return element;
        }
        throw PathException.missing("a value on the way is neither an object nor an array");
    }

    private static int index(JsonNode key) {
        if (key.isTextual() && key.asText().matches("-?[0-9]{1,9}")) {
            return Integer.parseInt(key.asText());
        }
        if (key.isNumber() && key.canConvertToExactIntegral() && key.canConvertToInt()) {
            return key.intValue();
        }
        throw PathException.missing("what selects an element of an array is not a whole number");
    }
}
