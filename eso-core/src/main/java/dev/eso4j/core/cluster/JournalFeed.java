package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a {@link Journal} of changes in its own terms. */
final class JournalFeed {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final @Nullable Journal journal;

    JournalFeed(@Nullable Journal journal) {
        this.journal = journal;
    }

    void stored(Stored object) {
        if (journal == null) {
            return;
        }
        Table table = object.table();
        if (table.core("Secret")) {
            journal.secretStored(Trees.decode(ResourceType.SECRETS, object.tree()));
        } else if (own(table)) {
            journal.stateStored(new ResourceState(
                    table.kind,
                    object.namespace(),
                    object.name(),
                    object.metadata().path("generation").asLong(),
                    specHash(table.kind, object.tree()),
                    status(object.tree())));
        }
    }

    void removed(Stored object) {
        if (journal == null) {
            return;
        }
        if (object.table().core("Secret")) {
            journal.secretRemoved(object.namespace(), object.name());
        } else if (own(object.table())) {
            journal.stateRemoved(object.table().kind, object.namespace(), object.name());
        }
    }

    static String specHash(String kind, ObjectNode tree) {
        return kind.endsWith("SecretStore") ? "" : ObjectHash.ofText(canonical(tree.path("spec")));
    }

    private static boolean own(Table table) {
        return table.group.equals("external-secrets.io");
    }

    private static Map<String, Object> status(ObjectNode tree) {
        return tree.get("status") instanceof ObjectNode status ? Json.MAPPER.convertValue(status, TREE) : Map.of();
    }

    /** The order of members says nothing, so it must not show. */
    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            StringBuilder text = new StringBuilder("{");
            node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> text.append(Json.MAPPER.getNodeFactory().textNode(e.getKey()))
                            .append(':')
                            .append(canonical(e.getValue()))
                            .append(','));
            return text.append('}').toString();
        }
        if (node.isArray()) {
            StringBuilder text = new StringBuilder("[");
            node.forEach(item -> text.append(canonical(item)).append(','));
            return text.append(']').toString();
        }
        return node.toString();
    }
}
