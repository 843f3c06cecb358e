package dev.eso4j.core.runtime;

import dev.eso4j.core.cluster.ClusterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers that take keys from a queue and hand them to a reconciler. Owns its threads: none before {@link #start}, none
 * after {@link #stop}. Thread-safe.
 */
public final class Controller<K> {
    private static final Logger log = LoggerFactory.getLogger(Controller.class);

    private final String name;
    private final WorkQueue<K> queue;
    private final Reconciler<K> reconciler;
    private final ControllerListener listener;
    private final int workers;
    private final Ticker ticker;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger active = new AtomicInteger();
    /** What each worker does; a slot of its own for each, so that nobody waits to write. */
    private final AtomicReferenceArray<@Nullable Working<K>> working;

    private final AtomicLong runs = new AtomicLong();
    /** Tells runs of this process from those of others in a log that holds both. */
    private final String idPrefix;

    private record Working<K>(K key, String id, long since) {}

    /** Creates a controller; {@code name} is the lower-case kind. */
    public Controller(
            String name,
            WorkQueue<K> queue,
            Reconciler<K> reconciler,
            int workers,
            Ticker ticker,
            ControllerListener listener) {
        this.name = name;
        this.queue = queue;
        this.reconciler = reconciler;
        this.workers = workers;
        this.ticker = ticker;
        this.listener = listener;
        this.working = new AtomicReferenceArray<>(workers);
        this.idPrefix = Long.toString(ticker.nanos() & 0xFFFFFF, 36) + "-";
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the queue. */
    public WorkQueue<K> queue() {
        return queue;
    }

    /** Returns how many workers there are. */
    public int workers() {
        return workers;
    }

    /** Returns how many workers are busy. */
    public int active() {
        return active.get();
    }

    /** Returns what is worked on at the moment, the longest first. */
    public List<Run> running() {
        long now = ticker.nanos();
        List<Run> running = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            Working<K> work = working.get(i);
            if (work != null) {
                running.add(new Run(name, work.key, work.id, Duration.ofNanos(Math.max(0, now - work.since))));
            }
        }
        running.sort(Comparator.comparing(Run::took).reversed());
        return running;
    }

    /** Starts the workers. */
    public synchronized void start() {
        if (!threads.isEmpty()) {
            throw new IllegalStateException("the controller " + name + " has been started before");
        }
        for (int i = 1; i <= workers; i++) {
            int slot = i - 1;
            Thread thread = new Thread(() -> work(slot), "eso-" + name + "-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /**
     * Stops taking work and waits for the work that is going on; after {@code patience} it is interrupted.
     *
     * @return whether every worker ended in time
     */
    public synchronized boolean stop(Duration patience) throws InterruptedException {
        queue.close();
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        boolean ended = true;
        for (Thread thread : threads) {
            if (thread.isAlive()) {
                thread.interrupt();
                ended = false;
            }
        }
        long last = System.nanoTime() + 1_000_000_000L;
        for (Thread thread : threads) {
            thread.join(Math.max(1, (last - System.nanoTime()) / 1_000_000));
        }
        return ended;
    }

    private void work(int slot) {
        try {
            Optional<Request<K>> next = queue.take();
            while (next.isPresent()) {
                run(next.get(), slot);
                next = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Request<K> request, int slot) {
        long start = ticker.nanos();
        String id = idPrefix + Long.toString(runs.incrementAndGet(), 36);
        working.set(slot, new Working<>(request.key(), id, start));
        active.incrementAndGet();
        RunLog.begin(name, request.key(), id);
        listener.began(name, request);
        Result result;
        try {
            result = reconciler.reconcile(request);
            listener.reconciled(name, result, ticker.nanos() - start);
        } catch (RuntimeException | Error e) { // A worker and its key must not be lost to a class that does not load.
            if (Thread.currentThread().isInterrupted()) {
                log.warn("reconciling {} {} was given up, because the controller stops", name, request.key());
            } else if (ofCluster(e) != null) {
                log.warn("{} {} will be tried again: {}", name, request.key(), e.getMessage());
            } else {
                log.error("reconciling {} {} failed and will be tried again: {}", name, request.key(), Defect.of(e));
            }
            listener.failed(name, ticker.nanos() - start);
            result = afterFailure(e);
        } finally {
            RunLog.end();
            active.decrementAndGet();
            working.set(slot, null);
            listener.ended(name, request.key(), ticker.nanos() - start);
        }
        queue.done(request.key(), result);
    }

    private static Result afterFailure(Throwable failure) {
        ClusterException cause = ofCluster(failure);
        if (cause == null) {
            return Result.retry();
        }
        return cause.unreachable()
                ? Result.blocked()
                : Result.retry(cause.retryAfter().orElse(Duration.ZERO));
    }

    private static @Nullable ClusterException ofCluster(Throwable failure) {
        if (failure instanceof ClusterException cause) {
            return cause;
        }
        return failure.getCause() instanceof ClusterException cause ? cause : null;
    }
}
