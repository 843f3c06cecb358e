package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /** Creates an object, or replaces it whole. */
    Stored replace(Table table, ObjectNode given) {
        ObjectNode tree = tree(given);
        Stored current = current(table, tree);
        return current == null ? create(table, tree, null) : replace(table, current, tree, given);
    }

    /** Creates an object, or changes it so that what others added to a Secret or ConfigMap stays. */
    Stored apply(Table table, ObjectNode given) {
        ObjectNode tree = tree(given);
        Stored current = current(table, tree);
        if (current == null) {
            return create(table, tree, table.tracksFields ? given : null);
        }
        return table.tracksFields
                ? new LocalApply(store, writes).apply(table, tree, MANAGER)
                : replace(table, current, tree, given);
    }

    private static ObjectNode tree(ObjectNode given) {
        ObjectNode tree = given.deepCopy();
        Trees.child(tree, "metadata").remove("resourceVersion");
        Trees.dropNulls(tree);
        return tree;
    }

    /** Returns the object that {@code tree} is a new version of; one of another uid gives way. */
    private @Nullable Stored current(Table table, ObjectNode tree) {
        ObjectNode metadata = Trees.child(tree, "metadata");
        Stored current = store.get(table, metadata);
        String uid = Trees.text(metadata, "uid");
        if (current != null && !uid.isEmpty() && !uid.equals(current.uid())) {
            deletions.remove(current);
            return null;
        }
        return current;
    }

    private Stored create(Table table, ObjectNode tree, @Nullable ObjectNode applied) {
        ObjectNode metadata = Trees.child(tree, "metadata");
        String what = table.name(Trees.text(metadata, "namespace"), Trees.text(metadata, "name"));
        Violations violations = new Violations();
        LocalWrites.complete(table, tree, violations);
        violations.raise("load", what);
        writes.ensureNamespace(table, metadata, what);
        if (Trees.text(metadata, "uid").isEmpty()) {
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
        if (table.tracksFields && managed != null) {
            owners = FieldOwners.parse(managed);
        } else if (table.tracksFields) {
            FieldOwners.Writer writer = writes.writer(table, MANAGER);
            owners = applied == null
                    ? owners.updated(Trees.object(), tree, writer)
                    : owners.applied(Trees.object(), tree, tree, writer);
        }
        Stored stored = store.put(table, null, tree, owners);
        deletions.collect(stored);
        return stored;
    }

    private Stored replace(Table table, Stored current, ObjectNode tree, ObjectNode given) {
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
