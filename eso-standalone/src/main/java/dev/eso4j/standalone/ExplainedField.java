package dev.eso4j.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.crd.SchemaWords;
import dev.eso4j.core.cluster.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is to be explained: a kind, or a field of one.
 *
 * @param kind the kind
 * @param versions its versions
 * @param path the field as it is written, such as {@code spec.data.remoteRef}; empty for the kind itself
 * @param required whether a manifest must have the field
 * @param schema its schema
 */
record ExplainedField(ExplainedKind kind, JsonNode versions, String path, boolean required, JsonNode schema) {
    /**
     * Returns what {@code text} names: a kind by any of its names, or by the name of its CRD, and a path behind it. Lists
     * and maps are passed over, with or without an index in brackets.
     *
     * @throws UsageException if there is no such kind or field; the message has the nearest one
     */
    static ExplainedField find(String text) {
        List<ExplainedKind> kinds = ExplainedKind.all();
        String bare = text.replaceAll("\\[[^]]*]", "");
        for (ExplainedKind kind : kinds) {
            if ((bare.toLowerCase(Locale.ROOT) + ".").startsWith(kind.crd() + ".")) {
                return of(kind).walk(bare.substring(kind.crd().length()));
            }
        }
        String name = bare.split("\\.", 2)[0];
        for (ExplainedKind kind : kinds) {
            if (kind.isCalled(name)) {
                return of(kind).walk(bare.substring(name.length()));
            }
        }
        // A slip that leads to a kind, or else to one of the other names.
        List<String> known = kinds.stream().map(ExplainedKind::kind).toList();
        String near = Nearest.of(name, known);
        if (near.isEmpty()) {
            near = Nearest.of(
                    name, kinds.stream().flatMap(kind -> kind.names().stream()).toList());
        }
        throw new UsageException("there is no kind " + name
                + (near.isEmpty() ? "; there are " + String.join(", ", known) : "; did you mean " + near + "?"));
    }

    private static ExplainedField of(ExplainedKind kind) {
        JsonNode versions = kind.versions();
        return new ExplainedField(kind, versions, "", false, versions.at("/0/schema/openAPIV3Schema"));
    }

    private ExplainedField walk(String steps) {
        ExplainedField at = this;
        for (String step : steps.split("\\.")) {
            if (!step.isEmpty()) {
                at = at.step(step);
            }
        }
        return at;
    }

    private ExplainedField step(String name) {
        List<ExplainedField> fields = fields();
        for (ExplainedField field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        // There are no two fields beside each other that differ in the case of letters only.
        for (ExplainedField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field;
            }
        }
        String here = path.isEmpty() ? kind.kind() : path + " of " + kind.kind();
        if (path.equals("metadata")) {
            throw new UsageException("the fields of metadata are the same for every kind and not explained here; with a"
                    + " cluster, kubectl explain " + kind.names().get(1) + ".metadata does");
        }
        List<String> names = fields.stream().map(ExplainedField::name).toList();
        String near = Nearest.of(name, names);
        throw new UsageException("there is no field " + name + " in " + here
                + (names.isEmpty()
                        ? ", which has no fields"
                        : near.isEmpty() ? "; there are " + String.join(", ", names) : "; did you mean " + near + "?"));
    }

    /** Returns the last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Returns the fields below, in the order of the CRD. */
    List<ExplainedField> fields() {
        JsonNode element = SchemaWords.element(schema);
        List<String> required = StreamSupport.stream(element.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        List<ExplainedField> fields = new ArrayList<>();
        element.path("properties")
                .properties()
                .forEach(property -> fields.add(new ExplainedField(
                        kind,
                        versions,
                        path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                        required.contains(property.getKey()),
                        property.getValue())));
        return fields;
    }

    /** Returns the type in words, with what a manifest must know of it at once. */
    String type() {
        String value = SchemaWords.defaultValue(schema);
        return Stream.of(
                        SchemaWords.plain().type(schema, "object"),
                        required ? "required" : "",
                        value.isEmpty() ? "" : "default " + value)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    String description() {
        // The API server allows none of ours in a CRD.
        return path.equals("metadata")
                ? "Name, namespace, labels, annotations and what else Kubernetes keeps of every object."
                : schema.path("description").asText();
    }

    /** Returns the messages of the rules about the field, and about each item where it is a list or map. */
    List<String> rules() {
        List<String> rules = new ArrayList<>(SchemaWords.rules(schema));
        JsonNode element = SchemaWords.element(schema);
        if (element != schema) {
            rules.addAll(SchemaWords.rules(element));
        }
        return rules;
    }
}
