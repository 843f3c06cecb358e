package dev.eso4j.core.runtime;

import dev.eso4j.core.cluster.ClusterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
    private final Workers crew;
    private final AtomicInteger active = new AtomicInteger();
    private final Set<Working<K>> working = ConcurrentHashMap.newKeySet();

    private final AtomicLong runs = new AtomicLong();
    /** Tells runs of this process from those of others in a log that holds both. */
    private final String idPrefix;

    private record Working<K>(K key, String id, long since) {
        // By hand: no two runs have one id, and what the compiler makes is linked at run time.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Working<?> o && id.equals(o.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /**
     * Creates a controller.
     *
     * @param name the lower-case kind
     * @param workers how many keys are worked on at once
     * @param spare how many more may wait for a backend at the same time, each on a thread that exists only meanwhile
     */
    public Controller(
            String name,
            WorkQueue<K> queue,
            Reconciler<K> reconciler,
            int workers,
            int spare,
            Ticker ticker,
            ControllerListener listener) {
        this.name = name;
        this.queue = queue;
        this.reconciler = reconciler;
        this.workers = workers;
        this.ticker = ticker;
        this.listener = listener;
        this.crew = new Workers(name, workers, workers + spare, this::work);
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

    /** Returns how many keys are worked on at once, waits for backends not counted. */
    public int workers() {
        return workers;
    }

    /** Returns how many keys are worked on, waits for backends included. */
    public int active() {
        return active.get();
    }

    /** Returns what is worked on at the moment, the longest first. */
    public List<Run> running() {
        long now = ticker.nanos();
        List<Run> running = new ArrayList<>();
        working.forEach(work ->
                running.add(new Run(name, work.key, work.id, Duration.ofNanos(Math.max(0, now - work.since)))));
        running.sort(Comparator.comparing(Run::took).reversed());
        return running;
    }

    /** Starts the workers. */
    public synchronized void start() {
        if (!crew.start()) {
            throw new IllegalStateException("the controller " + name + " has been started before");
        }
    }

    /**
     * Stops taking work and waits for the work that is going on; after {@code patience} it is interrupted.
     *
     * @return whether every worker ended in time
     */
    public synchronized boolean stop(Duration patience) throws InterruptedException {
        queue.close();
        crew.close();
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : crew.threads()) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        boolean ended = true;
        for (Thread thread : crew.threads()) {
            if (thread.isAlive()) {
                thread.interrupt();
                ended = false;
            }
        }
        long last = System.nanoTime() + 1_000_000_000L;
        for (Thread thread : crew.threads()) {
            thread.join(Math.max(1, (last - System.nanoTime()) / 1_000_000));
        }
        return ended;
    }

    private boolean work() {
        try {
            Optional<Request<K>> next = queue.take();
            next.ifPresent(this::run);
            return next.isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Request<K> request) {
        long start = ticker.nanos();
        String id = idPrefix + Long.toString(runs.incrementAndGet(), 36);
        Working<K> work = new Working<>(request.key(), id, start);
        working.add(work);
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
            working.remove(work);
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
