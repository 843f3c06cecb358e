package dev.eso4j.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Makes values that have every field of a schema, so that a test over them covers every field of the model. */
public final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    /** Returns the types of what stands under {@code spec} and {@code status} of {@code kind}. */
    public static Map<String, Class<?>> parts(Class<?> kind) {
        return CrdFiles.parts(kind);
    }

    /** Returns an object of {@code kind} with every field set, alternatives included. */
    public static ObjectNode full(String kind) {
        ObjectNode crd = CrdFiles.crds().stream()
                .filter(c -> c.at("/spec/names/kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
        ObjectNode object = JSON.createObjectNode();
        String group = crd.at("/spec/group").asText();
        object.put("apiVersion", group + "/" + crd.at("/spec/versions/0/name").asText())
                .put("kind", kind);
        object.putObject("metadata").put("name", "full");
        JsonNode schema = crd.at("/spec/versions/0/schema/openAPIV3Schema/properties");
        for (String part : List.of("spec", "status")) {
            if (schema.has(part)) {
                object.set(part, value(part, schema.get(part)));
            }
        }
        return object;
    }

    private static JsonNode value(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(schema.get("enum").size() - 1);
        }
        return switch (schema.path("type").asText("integer")) {
            case "string" ->
                JSON.getNodeFactory().textNode(text(name, schema.path("format").asText()));
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "array" -> JSON.createArrayNode().add(value(name, schema.get("items")));
            case "object" -> object(schema);
            default -> JSON.getNodeFactory().numberNode(7);
        };
    }

    private static String text(String name, String format) {
        return switch (format) {
            case "byte" -> "Q0E=";
            case "date-time" -> "2026-11-24T00:00:00Z";
            default -> "some-" + name;
        };
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            object.set(property.getKey(), value(property.getKey(), property.getValue()));
        }
        if (schema.has("additionalProperties")) {
            object.set("a-key", value("value", schema.get("additionalProperties")));
        }
        return object;
    }
}
