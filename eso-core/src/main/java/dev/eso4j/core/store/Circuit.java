package dev.eso4j.core.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a store is worth asking. It opens after {@value #FAILURES} failures of the service in a row, for 2 s, doubling to
 * at most a minute while probes fail; and for as long as the backend asks, at most an hour, when that is longer than a
 * worker waits. Then one call is let through as a probe. Not thread-safe; {@link StoreGates} guards it.
 */
final class Circuit {
    static final int FAILURES = 10;
    private static final long FIRST = Duration.ofSeconds(2).toNanos();
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final Duration LONGEST_REQUEST = Duration.ofHours(1);

    private GateView.Circuit state = GateView.Circuit.CLOSED;
    private int inRow;
    private int openings;
    private long until;

    GateView.Circuit state() {
        return state;
    }

    boolean closed() {
        return state == GateView.Circuit.CLOSED;
    }

    /** Returns how long it stays open, in nanoseconds; not positive when a probe may be made. */
    long remaining(long now) {
        return until - now;
    }

    boolean mayProbe(long now) {
        return state == GateView.Circuit.OPEN && remaining(now) <= 0;
    }

    void probe() {
        state = GateView.Circuit.PROBING;
    }

    /** The probe ended without having called anybody, so the next may try. */
    void probeWithoutAnswer(long now) {
        if (state == GateView.Circuit.PROBING) {
            state = GateView.Circuit.OPEN;
            until = now;
        }
    }

    /** The service answered, be it with a refusal; returns whether that closes the circuit. */
    boolean answered() {
        if (state == GateView.Circuit.OPEN) {
            return false; // It was asked before the circuit opened.
        }
        boolean closes = state == GateView.Circuit.PROBING;
        state = GateView.Circuit.CLOSED;
        inRow = 0;
        openings = 0;
        return closes;
    }

    /** The service failed; returns whether that opens the circuit. */
    boolean failed(long now, @Nullable Duration retryAfter) {
        long asked = retryAfter == null || retryAfter.compareTo(CallRetry.LONGEST_WAIT) <= 0
                ? 0
                : (retryAfter.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : retryAfter).toNanos();
        if (state == GateView.Circuit.OPEN) {
            until = Math.max(until, now + asked);
            return false;
        }
        inRow++;
        if (state == GateView.Circuit.CLOSED && asked == 0 && inRow < FAILURES) {
            return false;
        }
        state = GateView.Circuit.OPEN;
        until = now + Math.max(asked, Math.min(LONGEST, FIRST << Math.min(openings, 10)));
        openings++;
        return true;
    }
}
