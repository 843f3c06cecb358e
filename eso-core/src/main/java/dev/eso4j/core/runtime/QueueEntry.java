package dev.eso4j.core.runtime;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a queue knows of a key; guarded by the queue's lock, and ordered by when it is due. */
final class QueueEntry<K> implements Comparable<QueueEntry<K>> {
    final K key;

    @Nullable
    Lane lane;

    @Nullable
    Lane rerun;

    boolean working;
    boolean isDelayed;
    int failures;
    long changedAt = Long.MIN_VALUE;
    long due;
    /** Since when it could be worked on. */
    long readySince;

    long sequence;

    QueueEntry(K key) {
        this.key = key;
    }

    /** A key that moved up has been waiting for longer than its place says, so the first place is not always the oldest. */
    static <K> long oldest(Collection<QueueEntry<K>> queue, Lane lane, long now) {
        return queue.stream()
                .filter(entry -> entry.lane == lane)
                .mapToLong(entry -> now - entry.readySince)
                .max()
                .orElse(0);
    }

    @Override
    public int compareTo(QueueEntry<K> other) {
        int byDue = Long.signum(due - other.due);
        return byDue != 0 ? byDue : Long.compare(sequence, other.sequence);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
