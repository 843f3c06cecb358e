package dev.eso4j.core.runtime;

import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Lets only one of all the workers that wait at a queue watch the clock; else each key that is due would wake every worker
 * for one of them to take it. Not thread-safe; the lock of the condition guards it.
 */
final class Timekeeper {
    private final Condition available;
    private @Nullable Thread current;
    private long watchedUntil;

    Timekeeper(Condition available) {
        this.available = available;
    }

    /** Waits for a signal; whoever has the earliest time, {@link Long#MAX_VALUE} being none, waits no longer than that. */
    void await(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        if (nanos == Long.MAX_VALUE || current != null && until - watchedUntil >= 0) {
            available.await();
            return;
        }
        Thread self = Thread.currentThread();
        current = self;
        watchedUntil = until;
        try {
            available.awaitNanos(Math.max(1, nanos));
        } finally {
            if (current == self) {
                current = null;
            }
        }
    }

    /** Returns whether nobody watches the clock. */
    boolean absent() {
        return current == null;
    }
}
