package dev.eso4j.core.cluster;

import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The objects of one kind, and which of the API's rules hold for the kind. */
final class Table {
    /** Where an object stands. */
    record Key(String namespace, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int c = namespace.compareTo(other.namespace);
            return c != 0 ? c : name.compareTo(other.name);
        }
    }

    final String group;
    final String apiVersion;
    final String plural;
    final String kind;
    final boolean namespaced;
    /** Whether the kind comes from a CRD: it has generations, its updates need a resourceVersion, status is apart. */
    final boolean custom;
    /** Whether it is recorded which manager owns which field; nobody reads that of our own kinds. */
    final boolean tracksFields;

    private final ConcurrentSkipListMap<Key, Stored> objects = new ConcurrentSkipListMap<>();

    Table(ResourceType<?> type) {
        group = type.group();
        apiVersion = type.apiVersion();
        plural = type.plural();
        kind = type.kind();
        namespaced = type.namespaced();
        custom = group.contains(".") && !group.endsWith(".k8s.io");
        tracksFields = !group.equals("external-secrets.io") && !kind.equals("Event") && !kind.equals("Lease");
    }

    boolean core(String otherKind) {
        return group.isEmpty() && kind.equals(otherKind);
    }

    boolean external(String otherKind) {
        return group.equals("external-secrets.io") && kind.equals(otherKind);
    }

    boolean hasStatus() {
        return custom || core("Namespace");
    }

    @Nullable
    Stored get(String namespace, String name) {
        return objects.get(new Key(namespace, name));
    }

    void put(Stored object) {
        objects.put(object.key(), object);
    }

    void remove(Stored object) {
        objects.remove(object.key());
    }

    Iterable<Stored> in(@Nullable String namespace) {
        if (namespace == null) {
            return objects.values();
        }
        NavigableMap<Key, Stored> part =
                objects.subMap(new Key(namespace, ""), true, new Key(namespace + '\0', ""), false);
        return part.values();
    }

    /** Names an object of this kind for a message. */
    String name(String namespace, String name) {
        return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
