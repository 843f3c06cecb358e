package dev.eso4j.core.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keys that wait for work. One key is never handed out twice at once; a key that is added while it is worked on is handed
 * out once more afterwards; delayed keys are handed out when due, or at once when something changes.
 *
 * <p>What somebody changed goes before what the clock asks for, except that every {@value Lanes#FAIR_SHARE}th piece of work
 * comes from the clock's lane if it has any, so that refreshes never starve. When work turns out to be impossible for
 * reasons that lie outside of the keys, nothing is handed out for a while. Thread-safe.
 */
public final class WorkQueue<K> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition available = lock.newCondition();
    private final Timekeeper timekeeper = new Timekeeper(available);
    private final Map<K, QueueEntry<K>> entries = new HashMap<>();
    private final Lanes<K> lanes = new Lanes<>();
    private final Delays<K> delayed = new Delays<>();
    private final Backoff backoff = new Backoff();
    private final Pause pause = new Pause();
    private final Ticker ticker;
    private int waiting;
    private int inWork;
    private long added;
    private long retries;
    private boolean closed;

    /** Creates an empty queue. */
    public WorkQueue(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Adds a key that somebody changed just now. */
    public void changed(K key) {
        add(key, Lane.CHANGED, ticker.nanos());
    }

    /** Adds a key; {@code changedAt} as in {@link Request#changedAt}. */
    public void add(K key, Lane lane, long changedAt) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            QueueEntry<K> entry = entries.computeIfAbsent(key, QueueEntry::new);
            entry.changedAt = Math.max(entry.changedAt, changedAt);
            added++;
            if (entry.working) {
                if (entry.rerun == null || lane == Lane.CHANGED) {
                    entry.rerun = lane;
                }
            } else {
                enqueue(entry, lane);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a key, which answers to a change at {@code changedAt}, to the clock's lane after {@code delayNanos}; an earlier
     * time that is already set stays.
     */
    public void addAfter(K key, long delayNanos, long changedAt) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            QueueEntry<K> entry = entries.computeIfAbsent(key, QueueEntry::new);
            entry.changedAt = Math.max(entry.changedAt, changedAt);
            long due = ticker.nanos() + Math.max(0, delayNanos);
            if (entry.lane == null) {
                scheduleAgain(entry, due);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets a key that waits come after {@code delayNanos} at the latest; who does not wait is left alone. */
    public void hasten(K key, long delayNanos) {
        lock.lock();
        try {
            QueueEntry<K> entry = entries.get(key);
            long due = ticker.nanos() + Math.max(0, delayNanos);
            if (entry != null && entry.working) {
                entry.hastened = due;
            } else if (entry != null && entry.isDelayed) {
                scheduleAgain(entry, due);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work and returns it, or nothing when the queue has been closed. */
    public Optional<Request<K>> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Optional<Request<K>> next = closed ? Optional.empty() : next();
                if (next.isPresent() || closed) {
                    return next;
                }
                timekeeper.await(untilNext());
            }
        } finally {
            if (timekeeper.absent() && (waiting > 0 || !delayed.isEmpty())) {
                available.signal(); // Somebody else has to look at the clock from now on.
            }
            lock.unlock();
        }
    }

    /** Returns work if there is any right now. */
    public Optional<Request<K>> poll() {
        lock.lock();
        try {
            return closed ? Optional.empty() : next();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the work on a key; what comes next is the result's to say. */
    public void done(K key, Result result) {
        lock.lock();
        try {
            QueueEntry<K> entry = entries.get(key);
            if (entry == null || !entry.working) {
                throw new IllegalStateException("no work is going on for " + key);
            }
            entry.working = false;
            inWork--;
            Lane rerun = entry.rerun;
            entry.rerun = null;
            long now = ticker.nanos();
            if (result instanceof Result.Wait wait) {
                rerun = rerun != null && wait.request().lane() == Lane.CHANGED ? Lane.CHANGED : rerun;
                goOnLater(entry, wait, rerun);
            } else if (result instanceof Result.Blocked) {
                pause.blocked(now);
                failed(entry, rerun, now + Math.min(Backoff.own(entry.failures), Pause.LONGEST));
            } else if (result instanceof Result.Retry retry) {
                pause.succeeded(now);
                long own = rerun == null ? backoff.delay(entry.failures, now) : 0;
                failed(entry, rerun, now + Math.max(own, retry.atLeast().toNanos()));
            } else {
                pause.succeeded(now);
                entry.failures = 0;
                if (result instanceof Result.After after && rerun == null) {
                    scheduleAgain(entry, now + Math.max(0, after.delay().toNanos()));
                }
            }
            entry.hastened = null;
            if (rerun != null && !closed) {
                enqueue(entry, rerun);
            } else if (!entry.isDelayed && entry.failures == 0) {
                entries.remove(key);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes a key that is only waiting for its time out of the queue. */
    public void forget(K key) {
        lock.lock();
        try {
            QueueEntry<K> entry = entries.get(key);
            if (entry != null && !entry.working && entry.lane == null) {
                delayed.remove(entry);
                entries.remove(key);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Hands nothing out any more; work that is going on may still be ended. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            available.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the numbers of the moment. */
    public QueueDepth depth() {
        lock.lock();
        try {
            promoteDue();
            return lanes.depth(waiting, delayed.size(), inWork, added, retries, ticker.nanos());
        } finally {
            lock.unlock();
        }
    }

    /** What waits in a lane waits for the end of a pause, if there is one. */
    private long untilNext() {
        long now = ticker.nanos();
        long due = delayed.isEmpty() ? Long.MAX_VALUE : delayed.next() - now;
        return waiting > 0 ? Math.min(due, Math.max(1, pause.left(now))) : due;
    }

    private Optional<Request<K>> next() {
        promoteDue();
        QueueEntry<K> entry = pause.left(ticker.nanos()) > 0 ? null : lanes.poll();
        if (entry == null) {
            return Optional.empty();
        }
        Lane lane = entry.lane == null ? Lane.REFRESH : entry.lane;
        long changedAt = entry.changedAt;
        entry.changedAt = Long.MIN_VALUE;
        entry.lane = null;
        entry.dueLane = Lane.REFRESH;
        entry.working = true;
        waiting--;
        inWork++;
        if (waiting > 0) {
            available.signal();
        }
        return Optional.of(new Request<>(entry.key, lane, changedAt, Math.max(0, ticker.nanos() - entry.readySince)));
    }

    private void promoteDue() {
        long now = ticker.nanos();
        for (QueueEntry<K> entry = delayed.due(now); entry != null; entry = delayed.due(now)) {
            if (entry.working) { // Somebody asked for it during the run, which therefore does not count.
                delayed.remove(entry);
                if (entry.rerun == null) {
                    entry.rerun = Lane.REFRESH;
                }
            } else {
                enqueue(entry, entry.dueLane);
            }
        }
    }

    private void failed(QueueEntry<K> entry, @Nullable Lane rerun, long due) {
        entry.failures++;
        if (rerun == null) {
            retries++;
            scheduleAgain(entry, due);
        }
    }

    /** The work was not done, so what it was asked for stays. */
    private void goOnLater(QueueEntry<K> entry, Result.Wait wait, @Nullable Lane rerun) {
        entry.changedAt = Math.max(entry.changedAt, wait.request().changedAt());
        if (rerun == null) {
            scheduleAgain(
                    entry,
                    entry.dueAfter(ticker.nanos() + Math.max(0, wait.atMost().toNanos())));
            entry.dueLane = wait.request().lane();
        }
    }

    private void enqueue(QueueEntry<K> entry, Lane lane) {
        long now = ticker.nanos();
        long since = entry.isDelayed && entry.due - now < 0 ? entry.due : now;
        delayed.remove(entry);
        if (entry.lane == lane || entry.lane == Lane.CHANGED) {
            return;
        }
        if (entry.lane == null) {
            waiting++;
            entry.readySince = since;
        }
        entry.lane = lane;
        lanes.add(entry, lane);
        available.signal();
    }

    /** An earlier time that somebody has set stays. */
    private void scheduleAgain(QueueEntry<K> entry, long due) {
        if (!entry.isDelayed || due - entry.due < 0) {
            schedule(entry, due);
        }
    }

    private void schedule(QueueEntry<K> entry, long due) {
        if (closed) {
            delayed.remove(entry);
        } else if (delayed.set(entry, due)) {
            available.signal();
        }
    }
}
