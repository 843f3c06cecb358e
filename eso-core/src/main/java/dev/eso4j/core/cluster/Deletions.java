package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deletion and what follows from it: finalizers hold an object, dependents go with their last owner, a namespace goes
 * after all that is in it. All of it happens within the call that deletes. The caller holds the lock of the store.
 */
final class Deletions {
    private final LocalStore store;
    private final Supplier<String> now;

    Deletions(LocalStore store, Supplier<String> now) {
        this.store = store;
        this.now = now;
    }

    /** Deletes an object, or marks it while finalizers or, for a namespace, contents hold it. */
    void delete(Stored object) {
        if (object.deleting()) {
            return;
        }
        boolean namespace = object.table().core("Namespace");
        if (object.hasFinalizers() || (namespace && hasContents(object.name()))) {
            store.put(object.table(), object, terminating(object), object.owners());
            if (namespace) {
                for (Stored content : contents(object.name())) {
                    delete(content);
                }
            }
        } else {
            remove(object);
        }
    }

    /** Removes an object that nothing holds any more, and then what only it owned. */
    void remove(Stored object) {
        store.take(object);
        for (Stored dependent : store.garbage().dependentsOf(object.uid())) {
            collect(dependent);
        }
        if (!object.namespace().isEmpty()) {
            Stored namespace = namespace(object.namespace());
            if (namespace != null
                    && namespace.deleting()
                    && !namespace.hasFinalizers()
                    && !hasContents(namespace.name())) {
                store.take(namespace);
            }
        }
    }

    /**
     * Deletes an object whose owners are all gone, and drops references to owners that are gone where another is left. An
     * owner of a kind that was never seen here counts as there: it may live elsewhere.
     */
    void collect(Stored object) {
        JsonNode references = object.metadata().path("ownerReferences");
        ArrayNode left = Trees.array();
        for (JsonNode reference : references) {
            if (store.garbage().exists(Trees.text(reference, "uid")) || !knows(reference)) {
                left.add(reference);
            }
        }
        if (left.size() == references.size()) {
            return;
        }
        if (left.isEmpty()) {
            delete(object);
            return;
        }
        ObjectNode tree = Trees.shallow(object.tree());
        ObjectNode metadata = Trees.shallow(object.metadata());
        metadata.set("ownerReferences", left);
        tree.set("metadata", metadata);
        store.put(object.table(), object, tree, object.owners());
    }

    private boolean knows(JsonNode reference) {
        String apiVersion = Trees.text(reference, "apiVersion");
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        String kind = Trees.text(reference, "kind");
        return group.equals("external-secrets.io")
                || store.tables().stream().anyMatch(table -> table.group.equals(group) && table.kind.equals(kind));
    }

    @Nullable
    Stored namespace(String name) {
        return store.table(ResourceType.NAMESPACES).get("", name);
    }

    private List<Stored> contents(String namespace) {
        return store.tables().stream()
                .flatMap(table -> java.util.stream.StreamSupport.stream(
                        table.in(namespace).spliterator(), false))
                .toList();
    }

    private boolean hasContents(String namespace) {
        return store.tables().stream()
                .anyMatch(table -> table.in(namespace).iterator().hasNext());
    }

    private ObjectNode terminating(Stored object) {
        ObjectNode tree = Trees.shallow(object.tree());
        ObjectNode metadata = Trees.shallow(object.metadata());
        metadata.put("deletionTimestamp", now.get());
        metadata.put("deletionGracePeriodSeconds", 0);
        if (metadata.has("generation")) {
            metadata.put("generation", metadata.get("generation").asLong() + 1);
        }
        tree.set("metadata", metadata);
        return tree;
    }
}
