package dev.eso4j.core.runtime;

import java.time.Duration;

/**
 * How long a key waits after its n-th failure in a row: 1 s, doubling, at most 7 min; and, all keys together, at most ten
 * retries a second after a burst of a hundred. Not thread-safe; the queue guards it.
 */
final class Backoff {
    static final long BASE = Duration.ofSeconds(1).toNanos();
    static final long CAP = Duration.ofMinutes(7).toNanos();
    private static final double PER_SECOND = 10;
    private static final double BURST = 100;

    private double tokens = BURST;
    private long last;
    private boolean started;

    /** Returns the delay of one key in nanoseconds, whatever the others do. */
    static long own(int failures) {
        return failures >= 9 ? CAP : Math.min(CAP, BASE << failures);
    }

    /** Returns the delay in nanoseconds and takes a token, which may lie in the future. */
    long delay(int failures, long now) {
        long own = own(failures);
        if (started) {
            tokens = Math.min(BURST, tokens + (now - last) / 1e9 * PER_SECOND);
        }
        started = true;
        last = now;
        tokens -= 1;
        long shared = tokens >= 0 ? 0 : (long) (-tokens / PER_SECOND * 1e9);
        return Math.max(own, shared);
    }
}
