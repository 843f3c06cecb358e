package dev.eso4j.core.runtime;

import org.jspecify.annotations.Nullable;

/** What a queue knows of a key; guarded by the queue's lock, and ordered by when it is due. */
final class QueueEntry<K> implements Comparable<QueueEntry<K>> {
    final K key;

    @Nullable
    Lane lane;

    @Nullable
    Lane rerun;

    boolean working;
    /** The lane that a delayed key comes to when it is due. */
    Lane dueLane = Lane.REFRESH;

    /** When a key that is worked on was asked for again by {@link WorkQueue#hasten}. */
    @Nullable
    Long hastened;

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

    /** Returns when a key that wanted to come at {@code latest} is due: earlier if it was asked for meanwhile. */
    long dueAfter(long latest) {
        Long asked = hastened;
        return asked != null && asked - latest < 0 ? asked : latest;
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
