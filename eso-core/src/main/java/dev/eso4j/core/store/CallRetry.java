package dev.eso4j.core.store;

import dev.eso4j.api.spi.SecretsException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

    CallRetry(int maxRetries, Duration interval) {
        this.maxRetries = maxRetries;
        this.interval = interval;
    }

    <T> T run(Supplier<T> call, StoreGate gate) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (SecretsException e) {
                if (attempt > maxRetries || !worthRetrying(e) || !gate.mayRetry() || !waited(attempt, e, gate)) {
                    throw e;
                }
            }
        }
    }

    private static boolean worthRetrying(SecretsException e) {
        return e.retryable()
                && e.retryAfter().map(d -> d.compareTo(LONGEST_WAIT) <= 0).orElse(true);
    }

    /** Waits; returns false when somebody else's failure, or an interrupt, has made the retry pointless meanwhile. */
    private boolean waited(int attempt, SecretsException e, StoreGate gate) {
        long millis = e.retryAfter()
                .map(Duration::toMillis)
                .orElse(Math.min(
                        LONGEST_WAIT.toMillis(), Math.max(1, interval.toMillis()) << Math.min(attempt - 1, 10)));
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(1, millis));
            return gate.worthAsking();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
