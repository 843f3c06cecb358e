package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Server-side apply: what is sent is set, what the same manager sent before and sends no more goes. */
final class LocalApply {
    private final LocalStore store;
    private final LocalWrites writes;

    LocalApply(LocalStore store, LocalWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    Stored apply(Table table, ObjectNode config, String manager) {
        Trees.dropNulls(config);
        ObjectNode metadata = Trees.child(config, "metadata");
        Violations violations = new Violations();
        if (table.core("Secret")) {
            SecretRules.complete(config, violations);
        }
        violations.raise("apply", table.name(Trees.text(metadata, "namespace"), Trees.text(metadata, "name")));
        Stored current = store.get(table, metadata);
        if (current == null) {
            return writes.create(table, config.deepCopy(), manager, config);
        }
        ObjectNode merged = (ObjectNode) merge(current.tree(), config, "");
        if (!metadata.has("resourceVersion")) {
            Trees.child(merged, "metadata").remove("resourceVersion");
        }
        for (String path : current.owners().abandoned(config, writes.writer(table, manager))) {
            FieldPaths.remove(merged, path);
        }
        return writes.replace("apply", current, table.custom ? merged.deepCopy() : merged, manager, config);
    }

    /** Like a merge patch, but owner references and finalizers are sets. */
    private static JsonNode merge(JsonNode live, JsonNode config, String field) {
        if (config instanceof ObjectNode object) {
            ObjectNode result = live instanceof ObjectNode old ? Trees.shallow(old) : Trees.object();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String name = member.getKey();
                result.set(name, merge(result.path(name), member.getValue(), name));
            }
            return result;
        }
        if (live.isArray() && (field.equals("ownerReferences") || field.equals("finalizers"))) {
            return union(live, config);
        }
        return config;
    }

    private static ArrayNode union(JsonNode live, JsonNode config) {
        ArrayNode result = Trees.array();
        for (JsonNode old : live) {
            boolean replaced = false;
            for (JsonNode item : config) {
                replaced |= item.isObject() ? Trees.text(item, "uid").equals(Trees.text(old, "uid")) : item.equals(old);
            }
            if (!replaced) {
                result.add(old);
            }
        }
        config.forEach(result::add);
        return result;
    }
}
