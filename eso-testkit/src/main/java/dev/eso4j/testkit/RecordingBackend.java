package dev.eso4j.testkit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.UnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The remote objects of one tenant of a {@link RecordingProvider}, and how it is to behave. Thread-safe. */
public final class RecordingBackend {
    private final Map<String, SecretValue> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile @Nullable CountDownLatch gate;
    private @Nullable Supplier<SecretsException> failure;
    private int failures;

    RecordingBackend() {}

    /** Stores a remote object, JSON if it is to have properties. */
    public RecordingBackend put(String key, String value) {
        objects.put(key, SecretValue.of(value));
        return this;
    }

    /** Removes a remote object. */
    public RecordingBackend remove(String key) {
        objects.remove(key);
        return this;
    }

    /** Returns the remote objects, sorted by key; changes show through. */
    public Map<String, SecretValue> objects() {
        return objects;
    }

    /** Makes every call take that much longer. */
    public RecordingBackend slow(Duration newDelay) {
        delay = newDelay;
        return this;
    }

    /** Makes the next {@code count} calls fail. */
    public synchronized RecordingBackend failNext(int count, Supplier<SecretsException> newFailure) {
        failures = count;
        failure = newFailure;
        return this;
    }

    /** Makes every call fail from now on, until {@link #recover}. */
    public RecordingBackend fail(Supplier<SecretsException> newFailure) {
        return failNext(Integer.MAX_VALUE, newFailure);
    }

    /** Makes calls succeed again. */
    public synchronized RecordingBackend recover() {
        failures = 0;
        return this;
    }

    /** Makes calls wait from now on, until {@link #release}; one that is interrupted fails. */
    public RecordingBackend hang() {
        gate = new CountDownLatch(1);
        return this;
    }

    /** Lets the waiting calls go on, and does not stop any more. */
    public void release() {
        CountDownLatch open = gate;
        gate = null;
        if (open != null) {
            open.countDown();
        }
    }

    /** Returns how many calls are waiting for {@link #release}. */
    public int waiting() {
        return waiting.get();
    }

    /** Returns how many calls there were at the same time at most. */
    public int mostAtOnce() {
        return most.get();
    }

    /** Returns how many calls were interrupted. */
    public int interrupted() {
        return interrupted.get();
    }

    /** Does to a call what was asked for. */
    void behave() {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            pause();
        } finally {
            underWay.decrementAndGet();
        }
        failIfTold();
    }

    private void pause() {
        try {
            CountDownLatch closed = gate;
            if (closed != null) {
                waiting.incrementAndGet();
                try {
                    closed.await();
                } finally {
                    waiting.decrementAndGet();
                }
            }
            if (!delay.isZero()) {
                TimeUnit.NANOSECONDS.sleep(delay.toNanos());
            }
        } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            Thread.currentThread().interrupt();
            throw new UnavailableException("the call was interrupted", "", null, e);
        }
    }

    private synchronized void failIfTold() {
        if (failures > 0 && failure != null) {
            failures--;
            throw failure.get();
        }
    }
}
