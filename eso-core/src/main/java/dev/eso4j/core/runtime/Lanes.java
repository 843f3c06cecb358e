package dev.eso4j.core.runtime;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The two lanes of a queue. What somebody changed goes first, except that every {@value #FAIR_SHARE}th piece of work comes
 * from the clock's lane if it has any. Not thread-safe; the queue guards it.
 */
final class Lanes<K> {
    static final int FAIR_SHARE = 16;

    private final ArrayDeque<QueueEntry<K>> changed = new ArrayDeque<>();
    private final ArrayDeque<QueueEntry<K>> refresh = new ArrayDeque<>();
    private int sinceRefresh;

    void add(QueueEntry<K> entry, Lane lane) {
        (lane == Lane.CHANGED ? changed : refresh).add(entry);
    }

    /** Returns whose turn it is; its lane is still set. */
    @Nullable
    QueueEntry<K> poll() {
        QueueEntry<K> entry = sinceRefresh >= FAIR_SHARE - 1 ? poll(refresh, Lane.REFRESH) : null;
        if (entry == null) {
            entry = poll(changed, Lane.CHANGED);
        }
        if (entry == null) {
            entry = poll(refresh, Lane.REFRESH);
        }
        if (entry != null) {
            sinceRefresh = entry.lane == Lane.REFRESH ? 0 : sinceRefresh + 1;
        }
        return entry;
    }

    QueueDepth depth(int waiting, int delayed, int inWork, long added, long retries, long now) {
        int urgent = (int) changed.stream().filter(e -> e.lane == Lane.CHANGED).count();
        return new QueueDepth(
                urgent,
                waiting - urgent,
                delayed,
                inWork,
                added,
                retries,
                oldest(Lane.CHANGED, now),
                oldest(Lane.REFRESH, now));
    }

    /** A key that moved up has been waiting for longer than its place says, so the first place is not always the oldest. */
    private long oldest(Lane lane, long now) {
        return (lane == Lane.CHANGED ? changed : refresh)
                .stream()
                        .filter(entry -> entry.lane == lane)
                        .mapToLong(entry -> now - entry.readySince)
                        .max()
                        .orElse(0);
    }

    /** A key that moved up left its old place behind; such places are skipped. */
    private @Nullable QueueEntry<K> poll(ArrayDeque<QueueEntry<K>> queue, Lane lane) {
        QueueEntry<K> entry;
        do {
            entry = queue.poll();
        } while (entry != null && entry.lane != lane);
        return entry;
    }
}
