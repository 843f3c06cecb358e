package dev.eso4j.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Says in words what the schema of a field in a CRD allows: its type, its bounds and its rules. Thread-safe. */
public final class SchemaWords {
    private final UnaryOperator<String> code;

    private SchemaWords(UnaryOperator<String> code) {
        this.code = code;
    }

    /** Returns words for a terminal. */
    public static SchemaWords plain() {
        return new SchemaWords(UnaryOperator.identity());
    }

    /** Returns words for a text with mark-up, in which {@code code} marks what is to be taken literally. */
    public static SchemaWords marked(UnaryOperator<String> code) {
        return new SchemaWords(code);
    }

    /**
     * Returns the type, such as {@code list of string}.
     *
     * @param object what an object is called
     */
    public String type(JsonNode schema, String object) {
        String type = schema.path("type").asText();
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return "integer or string";
        } else if (type.equals("array")) {
            return "list of " + type(schema.path("items"), object);
        } else if (schema.has("additionalProperties")) {
            return "map of " + type(schema.get("additionalProperties"), object);
        } else if (type.equals("object")) {
            return object;
        } else if (type.isEmpty()) {
            return "any value";
        }
        return switch (schema.path("format").asText()) {
            case "byte" -> type + " (base64)";
            case "date-time" -> type + " (time, RFC 3339)";
            case "" -> type;
            default -> type + " (" + schema.get("format").asText() + ")";
        };
    }

    /** Returns the schema of the items of a list or of the values of a map, however deep; otherwise {@code schema} itself. */
    public static JsonNode element(JsonNode schema) {
        if (schema.path("type").asText().equals("array")) {
            return element(schema.path("items"));
        }
        return schema.path("additionalProperties").isObject() ? element(schema.get("additionalProperties")) : schema;
    }

    /** Returns what values are allowed beyond their type; the bounds of items and values of maps begin with "each". */
    public List<String> limits(JsonNode schema) {
        List<String> limits = new ArrayList<>();
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(word -> words.add(code.apply(word.asText())));
            limits.add((words.size() == 1 ? "only " : "one of ") + String.join(", ", words));
        }
        bounds(limits, schema, "minimum", "maximum", "");
        bounds(limits, schema, "minLength", "maxLength", "character");
        bounds(limits, schema, "minItems", "maxItems", "item");
        bounds(limits, schema, "minProperties", "maxProperties", "member");
        if (schema.has("pattern")) {
            limits.add("matches " + code.apply(schema.get("pattern").asText()));
        }
        if (schema.path("x-kubernetes-list-type").asText().equals("set")) {
            limits.add("no item twice");
        }
        if (schema.has("x-kubernetes-list-map-keys")) {
            List<String> keys = new ArrayList<>();
            schema.get("x-kubernetes-list-map-keys").forEach(key -> keys.add(code.apply(key.asText())));
            limits.add("no two items with the same " + String.join(" and ", keys));
        }
        if (schema.path("nullable").asBoolean()) {
            limits.add("may be null");
        }
        if (schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                && schema.path("type").asText().equals("object")) {
            limits.add("fields that are not known are kept");
        }
        JsonNode element = element(schema);
        if (element != schema) {
            limits(element).forEach(limit -> limits.add("each: " + limit));
        }
        return limits;
    }

    /** Returns the messages of the rules of {@code schema} itself, not of its fields. */
    public static List<String> rules(JsonNode schema) {
        List<String> messages = new ArrayList<>();
        schema.path("x-kubernetes-validations")
                .forEach(rule -> messages.add(rule.path("message").asText()));
        return messages;
    }

    /** Returns the default value as it would stand in a manifest; the empty text if there is none. */
    public static String defaultValue(JsonNode schema) {
        JsonNode value = schema.path("default");
        if (value.isTextual()) {
            return value.asText().isEmpty() ? "\"\"" : value.asText();
        }
        return value.isMissingNode() ? "" : value.toString();
    }

    /** Returns the first sentence of a description. */
    public static String firstSentence(String description) {
        return description.lines().findFirst().orElse("").replaceFirst("(?<=[.]) (?=\\p{Lu}).*$", "");
    }

    private static void bounds(List<String> limits, JsonNode schema, String min, String max, String what) {
        if (!schema.has(min) && !schema.has(max)) {
            return;
        }
        String least = schema.path(min).asText();
        String most = schema.path(max).asText();
        String amount;
        if (!schema.has(max)) {
            amount = "at least " + least;
        } else if (!schema.has(min)) {
            amount = "at most " + most;
        } else {
            amount = least.equals(most) ? "exactly " + least : least + " to " + most;
        }
        String plural = what.isEmpty() || amount.endsWith(" 1") && !amount.contains(" to ") ? "" : "s";
        limits.add((amount + " " + what + plural).strip());
    }
}
