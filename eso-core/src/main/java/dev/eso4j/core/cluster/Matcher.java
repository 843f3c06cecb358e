package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.BoundedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A {@link Selection}, understood. Immutable. */
final class Matcher {
    private static final Set<String> EXTERNAL_SECRET_FIELDS = Set.of(
            "spec.secretStoreRef.name",
            "spec.secretStoreRef.kind",
            "spec.target.name",
            "spec.refreshInterval",
            "status.refreshTime");
    private static final Set<String> EVENT_FIELDS = Set.of(
            "involvedObject.kind",
            "involvedObject.namespace",
            "involvedObject.name",
            "involvedObject.uid",
            "reason",
            "type");

    private final @Nullable String namespace;
    private final List<Predicate<JsonNode>> labels;
    private final List<Predicate<JsonNode>> fields = new ArrayList<>();

    Matcher(Table table, Selection selection) {
        namespace = selection.namespace();
        labels = selection.labels() == null ? List.of() : LabelTerms.parse(selection.labels());
        if (selection.fields() != null) {
            for (String term : selection.fields().split(",")) {
                if (!term.isBlank()) {
                    fields.add(field(table, term.strip()));
                }
            }
        }
    }

    @Nullable
    String namespace() {
        return namespace;
    }

    boolean matches(Stored object) {
        if (namespace != null && !namespace.equals(object.namespace())) {
            return false;
        }
        if (!labels.isEmpty()) {
            JsonNode have = object.metadata().path("labels");
            for (Predicate<JsonNode> term : labels) {
                if (!term.test(have)) {
                    return false;
                }
            }
        }
        for (Predicate<JsonNode> term : fields) {
            if (!term.test(object.tree())) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<JsonNode> field(Table table, String term) {
        boolean not = term.contains("!=");
        String[] sides = term.split(not ? "!=" : "==?", 2);
        if (sides.length != 2) {
            throw new ClusterException(
                    ClusterException.Reason.INVALID,
                    "the field selector term '" + BoundedText.of(term, 200)
                            + "' compares nothing; write field=value or field!=value");
        }
        String field = sides[0].strip();
        String value = sides[1].strip();
        if (!selectable(table, field)) {
            throw new ClusterException(
                    ClusterException.Reason.INVALID,
                    table.kind + " cannot be selected by the field " + BoundedText.of(field, 200)
                            + "; select by labels instead");
        }
        String[] path = field.split("\\.");
        return tree -> Trees.at(tree, path).asText("").equals(value) != not;
    }

    private static boolean selectable(Table table, String field) {
        return switch (field) {
            case "metadata.name" -> true;
            case "metadata.namespace" -> table.namespaced;
            case "type" -> table.core("Secret") || table.core("Event");
            default ->
                (table.external("ExternalSecret") && EXTERNAL_SECRET_FIELDS.contains(field))
                        || (table.core("Event") && EVENT_FIELDS.contains(field));
        };
    }
}
