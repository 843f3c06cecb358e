package dev.eso4j.core.cluster;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How much a {@link KubernetesCluster} asks of the API server: calls at once, and, if that is wanted, calls per second
 * with a burst, by reservation as client-go does it: waiters go in the order in which they came.
 */
final class CallBudget {
    private final Semaphore inFlight;
    private final double nanosPerCall;
    private final double burstNanos;
    private final LongSupplier nanoTime;
    private long nextFree;

    CallBudget(int maxInFlight, double callsPerSecond, int burst, LongSupplier nanoTime) {
        this.inFlight = new Semaphore(maxInFlight);
        this.nanosPerCall = callsPerSecond <= 0 ? 0 : 1e9 / callsPerSecond;
        this.burstNanos = nanosPerCall * Math.max(1, burst);
        this.nanoTime = nanoTime;
        this.nextFree = nanoTime.getAsLong() - (long) burstNanos;
    }

    /** Waits for a place; every call must be followed by {@link #release}. */
    void acquire() throws InterruptedException {
        inFlight.acquire();
        try {
            await();
        } catch (InterruptedException e) {
            inFlight.release();
            throw e;
        }
    }

    void release() {
        inFlight.release();
    }

    /** Waits until the rate allows one more call. */
    void await() throws InterruptedException {
        if (nanosPerCall == 0) {
            return;
        }
        long start = reserve();
        for (long left = start - nanoTime.getAsLong(); left > 0; left = start - nanoTime.getAsLong()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Takes the next slot and returns when it begins. */
    synchronized long reserve() {
        long now = nanoTime.getAsLong();
        // What was not used in quiet times adds up to at most one burst.
        nextFree = Math.max(nextFree, now - (long) burstNanos) + (long) nanosPerCall;
        return nextFree;
    }
}
