package dev.eso4j.core.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the changes of a {@link LocalStore} to its watches, in order, on one thread that exists only as long as there is
 * a watch.
 */
final class WatchDispatcher {
    private static final Logger LOGGER = LoggerFactory.getLogger(WatchDispatcher.class);
    private static final int BATCH = 256;

    private final ReentrantLock lock;
    private final Condition changed;
    private final EventLog log;
    private final Set<LocalWatch<?>> watches = new LinkedHashSet<>();
    private @Nullable Thread thread;
    private boolean awake;
    private boolean closed;

    WatchDispatcher(ReentrantLock lock, EventLog log) {
        this.lock = lock;
        this.log = log;
        this.changed = lock.newCondition();
    }

    void add(LocalWatch<?> watch) {
        lock.lock();
        try {
            if (closed) {
                throw LocalStore.closed();
            }
            watches.add(watch);
            if (thread == null) {
                thread = new Thread(this::run, "eso-local-watch");
                thread.setDaemon(true);
                thread.start();
            }
        } finally {
            lock.unlock();
        }
        wake();
    }

    void wake() {
        lock.lock();
        try {
            if (!watches.isEmpty()) {
                awake = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        Thread running;
        lock.lock();
        try {
            closed = true;
            running = thread;
            watches.forEach(LocalWatch::close);
        } finally {
            lock.unlock();
        }
        if (running != null && running != Thread.currentThread()) {
            join(running);
        }
    }

    static void join(Thread running) {
        try {
            running.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (true) {
            List<LocalWatch<?>> round;
            lock.lock();
            try {
                while (!awake && !watches.isEmpty()) {
                    changed.awaitUninterruptibly();
                }
                if (watches.isEmpty()) {
                    thread = null;
                    return;
                }
                awake = false;
                round = List.copyOf(watches);
            } finally {
                lock.unlock();
            }
            for (LocalWatch<?> watch : round) {
                serve(watch);
            }
        }
    }

    private void serve(LocalWatch<?> watch) {
        @Nullable ClusterException cause = null;
        boolean ended = watch.closing();
        if (!ended) {
            try {
                ended = !drain(watch);
                if (ended) {
                    cause = LocalStore.gone();
                }
            } catch (RuntimeException e) {
                LOGGER.error("the listener of a {} failed; the watch ends", watch, e);
                ended = true;
                cause = new ClusterException(
                        ClusterException.Reason.OTHER, "the listener of the " + watch + " failed", null, e);
            }
        }
        if (ended || watch.closing()) {
            end(watch, cause);
        }
    }

    private void end(LocalWatch<?> watch, @Nullable ClusterException cause) {
        lock.lock();
        try {
            watches.remove(watch);
            awake = true;
        } finally {
            lock.unlock();
        }
        try {
            watch.ended(cause);
        } catch (RuntimeException e) {
            LOGGER.error("the listener of a {} failed when it was told of the end", watch, e);
        }
    }

    /** Delivers what is outstanding; {@code false} when the log does not reach back far enough. */
    private boolean drain(LocalWatch<?> watch) {
        List<EventLog.Change> batch = new ArrayList<>();
        while (!watch.closing()) {
            lock.lock();
            try {
                if (!log.reaches(watch.cursor)) {
                    return false;
                }
                watch.cursor = log.copy(watch.cursor, BATCH, batch);
            } finally {
                lock.unlock();
            }
            if (batch.isEmpty()) {
                watch.caughtUp();
                return true;
            }
            for (Iterator<EventLog.Change> i = batch.iterator(); i.hasNext(); ) {
                watch.deliver(i.next());
            }
            batch.clear();
        }
        return true;
    }
}
