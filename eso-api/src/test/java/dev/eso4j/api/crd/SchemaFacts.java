package dev.eso4j.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schema as a set of short sentences, one per path and property, such as {@code spec.target.name maxLength=253}. */
final class SchemaFacts {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Names in the tables, by their names in OpenAPI. */
    private static final Map<String, String> CONSTRAINTS = Stream.of(
                    "enum",
                    "pattern",
                    "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "minProperties",
                    "maxProperties",
                    "minimum",
                    "maximum",
                    "nullable",
                    "x-kubernetes-list-type",
                    "x-kubernetes-list-map-keys",
                    "x-kubernetes-map-type",
                    "x-kubernetes-preserve-unknown-fields")
            .collect(Collectors.toMap(name -> name, name -> name.replace("x-kubernetes-", "")));
    /** Members of a schema that are compared elsewhere or say nothing about what is accepted. */
    private static final Set<String> OTHER = Set.of(
            "type",
            "format",
            "description",
            "properties",
            "items",
            "additionalProperties",
            "required",
            "default",
            "anyOf",
            "x-kubernetes-int-or-string");
    /** What is said of a field with rules in CEL. Their texts are ours; what they do is tried on the API server. */
    static final String RULES = "has rules";

    private final Set<String> facts = new TreeSet<>();

    private SchemaFacts() {}

    static Set<String> ofSchema(JsonNode root) {
        SchemaFacts facts = new SchemaFacts();
        for (String part : List.of("spec", "status")) {
            if (root.path("properties").has(part)) {
                facts.walk(part, root.path("properties").get(part), false);
            }
        }
        return facts.facts;
    }

    static Set<String> ofTable(Stream<String> lines) {
        SchemaFacts facts = new SchemaFacts();
        lines.skip(1).forEach(line -> {
            String[] cells = line.split("\t", -1);
            facts.add(cells[0], "type=" + cells[1]);
            if (!cells[2].isEmpty()) {
                facts.add(cells[0], cells[2]);
            }
            if (!cells[3].isEmpty()) {
                facts.add(cells[0], "default=" + json(cells[3]));
            }
            for (String constraint : cells[4].isEmpty() ? new String[0] : cells[4].split("; ", -1)) {
                int at = constraint.indexOf('=');
                if (constraint.startsWith("cel=")) {
                    facts.add(cells[0], RULES);
                    continue;
                }
                facts.add(cells[0], constraint(constraint.substring(0, at), json(constraint.substring(at + 1))));
            }
        });
        return facts.facts;
    }

    private void walk(String path, JsonNode schema, boolean required) {
        add(path, "type=" + type(schema));
        if (required) {
            add(path, "required");
        }
        if (schema.has("default")) {
            add(path, "default=" + schema.get("default"));
        }
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (CONSTRAINTS.containsKey(member.getKey())) {
                add(path, constraint(CONSTRAINTS.get(member.getKey()), member.getValue()));
            } else if (member.getKey().equals("x-kubernetes-validations")) {
                add(path, RULES);
            } else if (!OTHER.contains(member.getKey())) {
                throw new IllegalStateException(path + " has " + member.getKey() + ", which is not compared yet");
            }
        }
        List<String> names = JSON.convertValue(
                schema.path("required"), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            walk(
                    path + "." + property.getKey(),
                    property.getValue(),
                    names != null && names.contains(property.getKey()));
        }
        if (schema.has("items")) {
            walk(path + "[]", schema.get("items"), false);
        }
        if (schema.has("additionalProperties")) {
            walk(path + ".{}", schema.get("additionalProperties"), false);
        }
    }

    private static String type(JsonNode schema) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return "int-or-string";
        }
        String type = schema.path("type").asText();
        return schema.has("format") ? type + ":" + schema.get("format").asText() : type;
    }

    /** The order of the words of an enum says nothing. */
    private static String constraint(String name, JsonNode value) {
        Object shown =
                name.equals("enum") ? JSON.valueToTree(new TreeSet<>(JSON.convertValue(value, List.class))) : value;
        return name + "=" + shown;
    }

    private void add(String path, String fact) {
        facts.add(path + " " + fact);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("Not JSON in a table: " + text, e);
        }
    }
}
