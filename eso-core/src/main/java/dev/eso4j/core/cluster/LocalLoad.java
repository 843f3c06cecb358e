package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Puts manifests into a {@link LocalCluster}: what is there is replaced, and what a manifest says about uid, generation,
 * times, owners of fields and status is believed, since manifests may have been exported. The caller holds the lock.
 */
final class LocalLoad {
    static final String MANAGER = "eso-manifests";

    private final LocalStore store;
    private final LocalWrites writes;
    private final Deletions deletions;
    private final Supplier<String> now;
    private final Supplier<UUID> uids;

    LocalLoad(LocalStore store, LocalWrites writes, Deletions deletions, Supplier<String> now, Supplier<UUID> uids) {
        this.store = store;
        this.writes = writes;
        this.deletions = deletions;
        this.now = now;
        this.uids = uids;
    }

    Stored put(Table table, ObjectNode given) {
        ObjectNode tree = given.deepCopy();
        ObjectNode metadata = Trees.child(tree, "metadata");
        metadata.remove("resourceVersion");
        Stored current = store.get(table, metadata);
        String uid = Trees.text(metadata, "uid");
        if (current != null && (uid.isEmpty() || uid.equals(current.uid()))) {
            return replace(table, current, tree, given);
        }
        String what = table.name(Trees.text(metadata, "namespace"), Trees.text(metadata, "name"));
        Trees.dropNulls(tree);
        Violations violations = new Violations();
        LocalWrites.complete(table, tree, violations);
        violations.raise("load", what);
        if (current != null) {
            deletions.remove(current);
        }
        writes.ensureNamespace(table, metadata, what);
        if (uid.isEmpty()) {
            metadata.put("uid", uids.get().toString());
        }
        if (!metadata.has("creationTimestamp")) {
            metadata.put("creationTimestamp", now.get());
        }
        if (table.custom && !metadata.has("generation")) {
            metadata.put("generation", 1);
        }
        JsonNode managed = metadata.remove("managedFields");
        FieldOwners owners = FieldOwners.NONE;
        if (table.tracksFields) {
            owners = managed == null
                    ? owners.updated(Trees.object(), tree, writes.writer(table, MANAGER))
                    : FieldOwners.parse(managed);
        }
        Stored stored = store.put(table, null, tree, owners);
        deletions.collect(stored);
        return stored;
    }

    private Stored replace(Table table, Stored current, ObjectNode tree, ObjectNode given) {
        Trees.dropNulls(tree);
        Stored stored = writes.replace("load", current, tree, MANAGER, null);
        JsonNode status = given.get("status");
        if (!table.hasStatus()
                || status == null
                || Trees.same(status, stored.tree().path("status"))) {
            return stored;
        }
        ObjectNode next = Trees.shallow(stored.tree());
        next.set("status", status);
        next.set("metadata", Trees.shallow(stored.metadata()));
        return store.put(table, stored, next, stored.owners());
    }
}
