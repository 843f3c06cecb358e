package dev.eso4j.core.runtime;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys of a queue that wait for their time, in the order in which it comes. Not thread-safe; the queue guards it. */
final class Delays<K> {
    private final TreeSet<QueueEntry<K>> entries = new TreeSet<>();
    private long sequence;

    /** Sets the time of a key; returns whether it is now the first. */
    boolean set(QueueEntry<K> entry, long due) {
        remove(entry);
        entry.due = due;
        entry.sequence = sequence++;
        entry.isDelayed = true;
        entries.add(entry);
        return entries.first() == entry;
    }

    void remove(QueueEntry<K> entry) {
        if (entry.isDelayed) {
            entries.remove(entry);
            entry.isDelayed = false;
        }
    }

    /** Returns the first key if its time has come. */
    @Nullable
    QueueEntry<K> due(long now) {
        return entries.isEmpty() || entries.first().due - now > 0 ? null : entries.first();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns the time of the first key. */
    long next() {
        return entries.first().due;
    }

    int size() {
        return entries.size();
    }
}
