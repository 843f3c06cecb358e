package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.core.cluster.ClusterException.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a {@link LocalCluster} and what follows when one changes: its version, the event, the garbage
 * collection. Reads need no lock, since objects are replaced and never changed; writes take turns.
 */
final class LocalStore {
    final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final EventLog log;
    private final WatchDispatcher dispatcher;
    private final Garbage garbage = new Garbage();
    private final JournalFeed journal;
    private long version;
    private volatile boolean closed;

    LocalStore(int retained, JournalFeed journal) {
        this.log = new EventLog(retained);
        this.dispatcher = new WatchDispatcher(lock, log);
        this.journal = journal;
    }

    static ClusterException closed() {
        return new ClusterException(Reason.UNAVAILABLE, "the cluster is closed");
    }

    static ClusterException gone() {
        return new ClusterException(
                Reason.GONE, "the changes since that resourceVersion are not kept any more; list anew");
    }

    Table table(ResourceType<?> type) {
        if (closed) {
            throw closed();
        }
        return tables.computeIfAbsent(type.group() + "/" + type.plural(), key -> new Table(type));
    }

    /** Collects what matches and returns the version as of which that is so. */
    long select(Table table, Matcher matcher, List<Stored> into) {
        lock.lock();
        try {
            for (Stored object : table.in(matcher.namespace())) {
                if (matcher.matches(object)) {
                    into.add(object);
                }
            }
            return version;
        } finally {
            lock.unlock();
        }
    }

    <T> Cluster.Watch watch(ResourceType<T> type, Table table, Matcher matcher, long from, WatchListener<T> listener) {
        LocalWatch<T> watch = new LocalWatch<>(dispatcher, type, table, matcher, listener, from);
        dispatcher.add(watch);
        return watch;
    }

    /** Returns {@code object} as of another version. */
    static Stored at(Stored object, long version) {
        ObjectNode tree = Trees.shallow(object.tree());
        ObjectNode metadata = Trees.shallow(object.metadata());
        metadata.put("resourceVersion", Long.toString(version));
        tree.set("metadata", metadata);
        return new Stored(
                object.table(), object.namespace(), object.name(), object.uid(), version, tree, object.owners());
    }

    /** Keeps a new version of an object. The tree and its metadata become the store's own. */
    Stored put(Table table, @Nullable Stored before, ObjectNode tree, FieldOwners owners) {
        ObjectNode metadata = (ObjectNode) tree.get("metadata");
        long next = version + 1;
        metadata.put("resourceVersion", Long.toString(next));
        if (table.tracksFields) {
            ArrayNode managed = owners.toJson();
            if (managed.isEmpty()) {
                metadata.remove("managedFields");
            } else {
                metadata.set("managedFields", managed);
            }
        }
        Stored after = new Stored(
                table,
                Trees.text(metadata, "namespace"),
                Trees.text(metadata, "name"),
                Trees.text(metadata, "uid"),
                next,
                tree,
                owners);
        journal.stored(after);
        version = next;
        table.put(after);
        garbage.changed(before, after);
        record(new EventLog.Change(before, after, false));
        return after;
    }

    /** Tells the journal of all objects as they are. */
    void journalAgain() {
        ClusterException failure = null;
        lock.lock();
        try {
            for (Table table : tables.values()) {
                for (Stored object : table.in(null)) {
                    try {
                        journal.stored(object);
                    } catch (ClusterException e) {
                        failure = failure == null ? e : failure;
                    }
                }
            }
        } finally {
            lock.unlock();
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Nullable
    Stored get(Table table, ObjectNode metadata) {
        return table.get(Trees.text(metadata, "namespace"), Trees.text(metadata, "name"));
    }

    /** Takes an object away. */
    void take(Stored object) {
        journal.removed(object);
        version++;
        Stored end = at(object, version);
        object.table().remove(object);
        garbage.changed(object, null);
        record(new EventLog.Change(object, end, true));
    }

    private void record(EventLog.Change change) {
        log.add(change);
        dispatcher.wake();
    }

    Garbage garbage() {
        return garbage;
    }

    Collection<Table> tables() {
        return tables.values();
    }

    /** Ends all watches; the store answers nothing more. */
    void close() {
        closed = true;
        dispatcher.close();
    }
}
