package dev.eso4j.core.runtime;

import java.time.Duration;

/**
 * How long a queue hands nothing out because nothing can be done: a quarter of a second, doubling as long as nothing
 * succeeds, at most {@link #LONGEST}. Without it, every key would fail in turn and wait for its own back-off, so that
 * many keys took minutes to recover from seconds. Not thread-safe; the queue guards it.
 */
final class Pause {
    static final long LONGEST = Duration.ofSeconds(5).toNanos();
    private static final long SHORTEST = Duration.ofMillis(250).toNanos();

    private long until;
    private int times;

    /** Work that was begun before a pause and fails within it does not prolong it. */
    void blocked(long now) {
        if (left(now) <= 0) {
            until = now + Math.min(LONGEST, SHORTEST << Math.min(times, 10));
            times++;
        }
    }

    /** Something came of a piece of work: the next pause is a short one again. */
    void succeeded(long now) {
        if (left(now) <= 0) {
            times = 0;
        }
    }

    /** Returns how much of a pause is left in nanoseconds; not more than zero if none. */
    long left(long now) {
        return times == 0 ? 0 : until - now;
    }
}
