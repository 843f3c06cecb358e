package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.core.cluster.ClusterException.Reason;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a {@link LocalCluster} creates and changes objects. The caller holds the lock of the store. */
final class LocalWrites {
    /** What the API server alone decides; whatever a writer says about it is not looked at. */
    private static final String[] SERVER_FIELDS = {
        "uid", "creationTimestamp", "generation", "deletionTimestamp", "deletionGracePeriodSeconds"
    };

    final LocalStore store;
    private final Deletions deletions;
    private final Supplier<String> now;
    private final Supplier<UUID> uids;
    private long generatedNames;

    LocalWrites(LocalStore store, Deletions deletions, Supplier<String> now, Supplier<UUID> uids) {
        this.store = store;
        this.deletions = deletions;
        this.now = now;
        this.uids = uids;
    }

    Stored create(Table table, ObjectNode tree, String manager, @Nullable ObjectNode applied) {
        ObjectNode metadata = Trees.shallow(Trees.child(tree, "metadata"));
        tree.set("metadata", metadata);
        nameIt(metadata);
        String what = table.name(Trees.text(metadata, "namespace"), Trees.text(metadata, "name"));
        Violations violations = new Violations();
        if (!Trees.text(metadata, "resourceVersion").isEmpty()) {
            violations.add("metadata.resourceVersion", "is set, but the object is yet to be created; remove it");
        }
        strip(metadata);
        Trees.dropNulls(tree);
        if (table.hasStatus()) {
            tree.remove("status");
        }
        complete(table, tree, violations);
        violations.raise("create", what);
        if (store.get(table, metadata) != null) {
            throw new ClusterException(Reason.ALREADY_EXISTS, "create " + what + ": it exists already");
        }
        ensureNamespace(table, metadata, what);
        metadata.put("uid", uids.get().toString());
        metadata.put("creationTimestamp", now.get());
        if (table.custom) {
            metadata.put("generation", 1);
        }
        FieldOwners owners = FieldOwners.NONE;
        if (table.tracksFields) {
            FieldOwners.Writer writer = writer(table, manager);
            owners = applied == null
                    ? owners.updated(Trees.object(), tree, writer)
                    : owners.applied(Trees.object(), applied, tree, writer);
        }
        Stored stored = store.put(table, null, tree, owners);
        deletions.collect(stored);
        return stored;
    }

    /** Replaces {@code current} by {@code tree}, whose root and metadata are the caller's own. */
    Stored replace(String verb, Stored current, ObjectNode tree, String manager, @Nullable ObjectNode applied) {
        Table table = current.table();
        String what = table.name(current.namespace(), current.name());
        ObjectNode metadata = Trees.shallow(Trees.child(tree, "metadata"));
        tree.set("metadata", metadata);
        precondition(verb, what, current, Trees.text(metadata, "uid"), Trees.text(metadata, "resourceVersion"));
        strip(metadata);
        ObjectNode kept = current.metadata();
        for (String field : SERVER_FIELDS) {
            if (kept.has(field)) {
                metadata.set(field, kept.get(field));
            }
        }
        metadata.put("name", current.name());
        if (table.namespaced) {
            metadata.put("namespace", current.namespace());
        }
        Trees.dropNulls(metadata);
        if (table.hasStatus()) {
            tree.remove("status");
            if (current.tree().has("status")) {
                tree.set("status", current.tree().get("status"));
            }
        }
        Violations violations = new Violations();
        complete(table, tree, violations);
        checkChange(current, tree, violations);
        violations.raise(verb, what);
        return commit(current, tree, manager, applied);
    }

    /** Keeps {@code tree} as the next version unless nothing changed. */
    private Stored commit(Stored current, ObjectNode tree, String manager, @Nullable ObjectNode applied) {
        Table table = current.table();
        FieldOwners owners = current.owners();
        ObjectNode metadata = (ObjectNode) tree.get("metadata");
        ObjectNode before = current.tree();
        if (table.tracksFields) {
            owners = applied == null
                    ? owners.updated(before, tree, writer(table, manager))
                    : owners.applied(before, applied, tree, writer(table, manager));
        }
        boolean sameContent = sameExcept(before, tree, Set.of("metadata", "status"));
        if (sameContent
                && owners == current.owners()
                && Trees.same(before.path("status"), tree.path("status"))
                && sameExcept(current.metadata(), metadata, Set.of("resourceVersion", "managedFields"))) {
            return current;
        }
        if (table.custom && !sameContent) {
            metadata.put("generation", metadata.path("generation").asLong() + 1);
        }
        Stored stored = store.put(table, current, tree, owners);
        if (stored.deleting() && !stored.hasFinalizers()) {
            deletions.remove(stored);
        } else {
            deletions.collect(stored);
        }
        return stored;
    }

    Stored status(Stored current, JsonNode patch) {
        Table table = current.table();
        String what = table.name(current.namespace(), current.name());
        precondition(
                "patch status of",
                what,
                current,
                Trees.text(patch.path("metadata"), "uid"),
                Trees.text(patch.path("metadata"), "resourceVersion"));
        ObjectNode tree = Trees.shallow(current.tree());
        if (patch.has("status")) {
            JsonNode status = Trees.mergePatch(current.tree().path("status"), patch.get("status"));
            if (status.isNull() || status.isEmpty()) {
                tree.remove("status");
            } else {
                tree.set("status", status);
            }
        }
        Violations violations = new Violations();
        StoreRules.conditions(tree, violations);
        violations.raise("patch status of", what);
        if (Trees.same(current.tree().path("status"), tree.path("status"))) {
            return current;
        }
        tree.set("metadata", Trees.shallow(current.metadata()));
        return store.put(table, current, tree, current.owners());
    }

    static void precondition(String verb, String what, Stored current, String uid, String resourceVersion) {
        if (!uid.isEmpty() && !uid.equals(current.uid())) {
            throw new ClusterException(
                    Reason.CONFLICT,
                    verb + " " + what + ": it was deleted and created anew in the meantime; read it again");
        }
        if (!resourceVersion.isEmpty() && !resourceVersion.equals(Long.toString(current.version()))) {
            throw new ClusterException(
                    Reason.CONFLICT, verb + " " + what + ": it was changed in the meantime; read it again");
        }
    }

    FieldOwners.Writer writer(Table table, String manager) {
        return new FieldOwners.Writer(manager.isEmpty() ? "unknown" : manager, table.apiVersion, now.get());
    }

    private void nameIt(ObjectNode metadata) {
        String prefix = Trees.text(metadata, "generateName");
        if (Trees.text(metadata, "name").isEmpty() && !prefix.isEmpty()) {
            metadata.put("name", prefix + GeneratedNames.suffix(generatedNames++));
        }
    }

    static void strip(ObjectNode metadata) {
        for (String field : SERVER_FIELDS) {
            metadata.remove(field);
        }
        metadata.remove("managedFields");
        metadata.remove("selfLink");
        metadata.remove("resourceVersion");
    }

    static void complete(Table table, ObjectNode tree, Violations violations) {
        ObjectNode metadata = (ObjectNode) tree.get("metadata");
        for (String part : new String[] {"labels", "annotations", "finalizers", "ownerReferences"}) {
            if (metadata.path(part).isEmpty()) {
                metadata.remove(part);
            }
        }
        if (table.core("Namespace")) {
            label(metadata, Trees.text(metadata, "name"));
        }
        if (table.core("Secret")) {
            SecretRules.complete(tree, violations);
        }
        Defaults.apply(table, tree);
        MetadataRules.check(table, tree, violations);
        if (table.core("Secret")) {
            SecretRules.checkSecret(tree, violations);
        } else if (table.core("ConfigMap")) {
            SecretRules.checkConfigMap(tree, violations);
        } else if (table.external("ExternalSecret")) {
            ExternalSecretRules.check(tree, violations);
        } else if (table.external("SecretStore") || table.external("ClusterSecretStore")) {
            StoreRules.check(tree, violations);
        }
    }

    private static void checkChange(Stored current, ObjectNode tree, Violations violations) {
        if (current.table().core("Secret") || current.table().core("ConfigMap")) {
            SecretRules.checkChange(current.tree(), tree, current.table().core("Secret"), violations);
        }
        if (current.deleting()) {
            JsonNode had = current.metadata().path("finalizers");
            for (JsonNode finalizer : tree.path("metadata").path("finalizers")) {
                boolean known = false;
                for (JsonNode old : had) {
                    known |= old.equals(finalizer);
                }
                if (!known) {
                    violations.add(
                            "metadata.finalizers", "gains an entry, but the object is being deleted; leave it out");
                }
            }
        }
    }

    void ensureNamespace(Table table, ObjectNode metadata, String what) {
        String name = Trees.text(metadata, "namespace");
        if (!table.namespaced) {
            return;
        }
        Stored namespace = deletions.namespace(name);
        if (namespace == null) {
            ObjectNode made = Trees.object().put("apiVersion", "v1").put("kind", "Namespace");
            made.putObject("metadata").put("name", name);
            create(store.table(ResourceType.NAMESPACES), made, "eso-local", null);
        } else if (namespace.deleting()) {
            throw new ClusterException(
                    Reason.FORBIDDEN, "create " + what + ": the namespace " + name + " is being deleted");
        }
    }

    /** The API server puts this label on every namespace; selectors of ClusterSecretStores rely on it. */
    private static void label(ObjectNode metadata, String name) {
        ObjectNode labels = Trees.shallow(Trees.child(metadata, "labels"));
        labels.put("kubernetes.io/metadata.name", name);
        metadata.set("labels", labels);
    }

    private static boolean sameExcept(ObjectNode a, ObjectNode b, Set<String> except) {
        return contains(a, b, except) && contains(b, a, except);
    }

    private static boolean contains(ObjectNode a, ObjectNode b, Set<String> except) {
        for (var member : a.properties()) {
            if (!except.contains(member.getKey()) && !Trees.same(member.getValue(), b.path(member.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
