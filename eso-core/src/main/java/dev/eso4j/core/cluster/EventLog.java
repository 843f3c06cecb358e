package dev.eso4j.core.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last changes, by version, so that a watch can begin in the past. Every version is one change. Guarded by the lock
 * of its {@link LocalStore}.
 */
final class EventLog {
    /**
     * One change.
     *
     * @param before the object before; {@code null} if it came to be
     * @param after the object after; of one that is gone the last state, with the version of its end
     */
    record Change(@Nullable Stored before, Stored after, boolean gone) {}

    private final @Nullable Change[] ring;
    private long last;

    EventLog(int capacity) {
        ring = new Change[capacity];
    }

    void add(Change change) {
        last = change.after.version();
        ring[(int) (last % ring.length)] = change;
    }

    long last() {
        return last;
    }

    /** Returns whether every change after {@code version} is still there. */
    boolean reaches(long version) {
        return last - version <= ring.length;
    }

    /** Adds up to {@code most} changes after {@code version} to {@code into} and returns the version they lead to. */
    long copy(long version, int most, List<Change> into) {
        long end = Math.max(version, Math.min(last, version + most));
        for (long v = version + 1; v <= end; v++) {
            Change change = ring[(int) (v % ring.length)];
            if (change != null) {
                into.add(change);
            }
        }
        return end;
    }
}
