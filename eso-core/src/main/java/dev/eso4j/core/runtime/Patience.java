package dev.eso4j.core.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches over waits for somebody else, such as a backend: a worker that waits longer than a moment lends its place to
 * another, and one that waits longer than its limit is interrupted.
 *
 * <p>The waiting thread makes the call itself, so that a call which is answered from memory pays for no hand-over. One
 * daemon thread looks at what is under way every {@value #TICK_MILLIS} ms; there is none before the first wait and none
 * when there was no wait for some seconds. Thread-safe.
 */
public final class Patience implements AutoCloseable {
    private static final long TICK_MILLIS = 10;
    private static final long TICK = Duration.ofMillis(TICK_MILLIS).toNanos();
    private static final long REST = Duration.ofSeconds(5).toNanos();

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final Ticker ticker;
    private volatile @Nullable Thread watcher;
    private volatile boolean resting;
    private volatile boolean closed;

    /** Creates a watch without a thread; limits are measured on {@code ticker}. */
    public Patience(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Does {@code work}, which waits for somebody else, on the calling thread.
     *
     * @param limit after which the thread is interrupted, again and again until the work ends
     * @param givenUp makes the exception that is thrown for the one by which an interrupted work ended
     */
    public <T> T during(Duration limit, Supplier<T> work, Function<RuntimeException, RuntimeException> givenUp) {
        Wait wait = new Wait(Thread.currentThread(), ticker.nanos(), limit.toNanos());
        waits.add(wait);
        watch();
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw wait.leave() ? givenUp.apply(e) : e;
        } finally {
            wait.leave();
            waits.remove(wait);
        }
    }

    /**
     * Waits for what another thread does, and can be interrupted.
     *
     * @throws CancellationException if interrupted
     */
    public static <T> T join(CompletableFuture<T> other) {
        try {
            return other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for another's work");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** Returns how many waits are under way. */
    public int underWay() {
        return waits.size();
    }

    private void watch() {
        Thread current = watcher;
        if (current == null) {
            start();
        } else if (resting) {
            LockSupport.unpark(current);
        }
    }

    private synchronized void start() {
        if (watcher == null && !closed) {
            Thread thread = new Thread(this::look, "eso-patience");
            thread.setDaemon(true);
            watcher = thread;
            thread.start();
        }
    }

    private void look() {
        boolean rested = false;
        while (!closed) {
            LockSupport.parkNanos(this, TICK);
            if (!waits.isEmpty()) {
                rested = false;
                long now = ticker.nanos();
                waits.forEach(wait -> wait.look(now));
            } else if (!rested) {
                resting = true; // Whoever comes from now on wakes this thread; whoever came before is seen here.
                if (waits.isEmpty() && !closed) {
                    LockSupport.parkNanos(this, REST);
                }
                resting = false;
                rested = true;
            } else {
                break;
            }
        }
        synchronized (this) {
            watcher = null;
        }
        if (!waits.isEmpty()) {
            start();
        }
    }

    /** Ends the watch; waits that are under way are not limited any more. */
    @Override
    public void close() {
        Thread last;
        synchronized (this) {
            closed = true;
            last = watcher;
        }
        if (last != null) {
            LockSupport.unpark(last);
            try {
                last.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One wait; its lock keeps an interrupt from hitting what the thread does after it. */
    private static final class Wait {
        private final Thread thread;
        private final long start;
        private final long limit;
        private boolean seen;
        private boolean left;
        private boolean expired;

        Wait(Thread thread, long start, long limit) {
            this.thread = thread;
            this.start = start;
            this.limit = limit;
        }

        synchronized void look(long now) {
            if (left) {
                return;
            }
            if (seen && thread instanceof Worker worker) {
                worker.lendPlace();
            }
            seen = true;
            if (now - start >= limit) {
                expired = true;
                thread.interrupt();
            }
        }

        /** Ends the wait and returns whether it was given up. */
        synchronized boolean leave() {
            if (!left && expired) {
                Thread.interrupted(); // It was meant for this wait only.
            }
            left = true;
            return expired;
        }
    }
}
