package dev.eso4j.core.cluster;

import org.jspecify.annotations.Nullable;

/** One watch of a {@link LocalCluster}; all but {@link #close} happens on the dispatcher's thread. */
final class LocalWatch<T> implements Cluster.Watch {
    /** After so many changes of other objects a bookmark keeps the listener's version within the log. */
    private static final long BOOKMARK_EVERY = 100;

    private final WatchDispatcher dispatcher;
    private final ResourceType<T> type;
    private final Table table;
    private final Matcher matcher;
    private final WatchListener<T> listener;
    private volatile boolean closing;
    long cursor;
    private long told;

    LocalWatch(
            WatchDispatcher dispatcher,
            ResourceType<T> type,
            Table table,
            Matcher matcher,
            WatchListener<T> listener,
            long cursor) {
        this.dispatcher = dispatcher;
        this.type = type;
        this.table = table;
        this.matcher = matcher;
        this.listener = listener;
        this.cursor = cursor;
        this.told = cursor;
    }

    @Override
    public void close() {
        closing = true;
        dispatcher.wake();
    }

    boolean closing() {
        return closing;
    }

    void deliver(EventLog.Change change) {
        Stored after = change.after();
        if (closing || after.table() != table) {
            return;
        }
        Stored before = change.before();
        boolean was = before != null && matcher.matches(before);
        boolean is = !change.gone() && matcher.matches(after);
        if (is) {
            tell(was ? WatchListener.Change.MODIFIED : WatchListener.Change.ADDED, after);
        } else if (was && before != null) {
            tell(WatchListener.Change.DELETED, change.gone() ? after : LocalStore.at(before, after.version()));
        }
    }

    private void tell(WatchListener.Change change, Stored object) {
        told = object.version();
        listener.event(change, Trees.decode(type, object.tree()));
    }

    void caughtUp() {
        if (!closing && cursor - told >= BOOKMARK_EVERY) {
            told = cursor;
            listener.bookmark(Long.toString(cursor));
        }
    }

    void ended(@Nullable ClusterException cause) {
        listener.closed(cause);
    }

    @Override
    public String toString() {
        return "watch of " + type;
    }
}
