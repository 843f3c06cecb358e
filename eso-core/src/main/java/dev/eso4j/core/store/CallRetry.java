package dev.eso4j.core.store;

import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.ThrottledException;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes a backend call again when its error says that this may help and the store's budget has a retry left, waiting as
 * long as the backend asked or else {@code interval}, doubled each time. Who asks for a longer wait than five seconds is
 * not waited for: the worker has other things to do, and the queue comes back later.
 */
final class CallRetry {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final int maxRetries;
    private final Duration interval;
    private final boolean onlyThrottled;

    CallRetry(int maxRetries, Duration interval) {
        this(maxRetries, interval, false);
    }

    private CallRetry(int maxRetries, Duration interval, boolean onlyThrottled) {
        this.maxRetries = maxRetries;
        this.interval = interval;
        this.onlyThrottled = onlyThrottled;
    }

    /** Returns one for calls that are made again only if they were turned away, since otherwise they may have had effects. */
    static CallRetry ifThrottled(int maxRetries, Duration interval) {
        return new CallRetry(maxRetries, interval, true);
    }

    <T> T run(Supplier<T> call, StoreGate gate) {
        try {
            return call.get();
        } catch (SecretsException e) {
            if (maxRetries < 1 || !worthRetrying(e)) {
                throw e;
            }
            return again(call, gate, e);
        }
    }

    /** The retry is only built once a call has failed: most never do, and a start-up has no time for it. */
    private <T> T again(Supplier<T> call, StoreGate gate, SecretsException first) {
        Attempts<T> attempts = new Attempts<>(call, gate, maxRetries, first);
        RetryConfig config = RetryConfig.custom()
                .maxAttempts(maxRetries + 1)
                .retryOnException(e -> e instanceof SecretsException failure && attempts.mayRetry(failure))
                .intervalBiFunction((attempt, outcome) -> waitMillis(attempt, outcome))
                .build();
        return Retry.of("backend", config).executeSupplier(attempts);
    }

    private boolean worthRetrying(SecretsException e) {
        return e.retryable()
                && (!onlyThrottled || e instanceof ThrottledException)
                && e.retryAfter().map(d -> d.compareTo(LONGEST_WAIT) <= 0).orElse(true);
    }

    private long waitMillis(int attempt, Either<Throwable, Object> outcome) {
        if (outcome.isLeft()
                && outcome.getLeft() instanceof SecretsException e
                && e.retryAfter().isPresent()) {
            return Math.max(1, e.retryAfter().get().toMillis());
        }
        return Math.min(LONGEST_WAIT.toMillis(), Math.max(1, interval.toMillis()) << Math.min(attempt - 1, 10));
    }

    /** The attempts of one call; the first has been made and has failed. Used by one thread. */
    private final class Attempts<T> implements Supplier<T> {
        private final Supplier<T> call;
        private final StoreGate gate;
        private final int most;
        private SecretsException last;
        private int made;
        private boolean pointless;

        Attempts(Supplier<T> call, StoreGate gate, int most, SecretsException first) {
            this.call = call;
            this.gate = gate;
            this.most = most;
            this.last = first;
        }

        @Override
        public T get() {
            if (made++ == 0) {
                throw last;
            }
            // Somebody else's failure may have made the retry pointless during the wait.
            if (!gate.worthAsking()) {
                pointless = true;
                throw last;
            }
            return call.get();
        }

        boolean mayRetry(SecretsException failure) {
            last = failure;
            return !pointless && made <= most && worthRetrying(failure) && gate.mayRetry();
        }
    }
}
