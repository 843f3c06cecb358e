package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One version of an object as it is kept.
 *
 * @param tree the object; never changed after this record was made
 * @param owners who set which field, when the kind keeps account of that
 */
record Stored(
        Table table, String namespace, String name, String uid, long version, ObjectNode tree, FieldOwners owners) {
    Table.Key key() {
        return new Table.Key(namespace, name);
    }

    ObjectNode metadata() {
        return Trees.child(tree, "metadata");
    }

    boolean deleting() {
        return metadata().has("deletionTimestamp");
    }

    boolean hasFinalizers() {
        return !metadata().path("finalizers").isEmpty();
    }

    @Override
    public String toString() {
        return table.name(namespace, name) + "@" + version;
    }
}
