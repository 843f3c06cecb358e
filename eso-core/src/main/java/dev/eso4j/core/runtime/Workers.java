package dev.eso4j.core.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The threads of a controller and their places. As many as there are places work at once; a worker that waits for a
 * backend lends its place, for which another worker is started if need be, up to a bound. Workers that are too many end
 * after a while without a place. Thread-safe.
 */
final class Workers {
    private static final long KEEP_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition placeFree = lock.newCondition();
    private final List<Worker> threads = new ArrayList<>();
    private final String name;
    private final int places;
    private final int most;
    private final BooleanSupplier work;
    private int free;
    private int queued;
    private int started;
    private boolean closed;

    /** {@code work} does one piece of work and returns whether there may be more. */
    Workers(String name, int places, int most, BooleanSupplier work) {
        this.name = name;
        this.places = places;
        this.most = Math.max(places, most);
        this.work = work;
        this.free = places;
    }

    /** Starts a worker for each place; returns false if that was done before. */
    boolean start() {
        lock.lock();
        try {
            if (started > 0) {
                return false;
            }
            for (int i = 0; i < places; i++) {
                add();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the threads that have not ended. */
    List<Thread> threads() {
        lock.lock();
        try {
            return List.copyOf(threads);
        } finally {
            lock.unlock();
        }
    }

    /** Lets those end who wait for a place. */
    void close() {
        lock.lock();
        try {
            closed = true;
            placeFree.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void add() {
        Worker worker = new Worker(this::body, this::lend, "eso-" + name + "-" + ++started);
        threads.add(worker);
        worker.start();
    }

    private void body(Worker worker) {
        try {
            while (place(worker) && work.getAsBoolean()) {
                // The work is in the condition.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(worker);
        }
    }

    /** Waits for a place; false when this worker is to end. */
    private boolean place(Worker worker) throws InterruptedException {
        lock.lock();
        try {
            long left = KEEP_NANOS;
            queued++;
            try {
                while (!worker.hasPlace && free == 0 && !closed && (left > 0 || threads.size() <= places)) {
                    left = left > 0 ? placeFree.awaitNanos(left) : KEEP_NANOS;
                }
            } finally {
                queued--;
            }
            if (!worker.hasPlace && free > 0) {
                worker.hasPlace = true;
                free--;
            }
            return worker.hasPlace && !closed;
        } finally {
            lock.unlock();
        }
    }

    private void lend(Worker worker) {
        lock.lock();
        try {
            if (worker.hasPlace && !closed) {
                worker.hasPlace = false;
                free++;
                if (queued > 0) {
                    placeFree.signal();
                } else if (threads.size() < most) {
                    add();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(Worker worker) {
        lock.lock();
        try {
            threads.remove(worker);
            if (worker.hasPlace) {
                worker.hasPlace = false;
                free++;
                placeFree.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
