package dev.eso4j.core.store;

import dev.eso4j.api.spi.SecretsException;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes a backend call again when its error says that this may help, waiting as long as the backend asked or else {@code
 * interval}, doubled each time. Who asks for a longer wait than {@value #LONGEST_WAIT_MILLIS} ms is not waited for: the
 * worker has other things to do, and the queue comes back later.
 */
final class CallRetry {
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private final int maxRetries;
    private final Duration interval;

    CallRetry(int maxRetries, Duration interval) {
        this.maxRetries = maxRetries;
        this.interval = interval;
    }

    <T> T run(Supplier<T> call) {
        try {
            return call.get();
        } catch (SecretsException e) {
            if (maxRetries < 1 || !worthRetrying(e)) {
                throw e;
            }
            return again(call, e);
        }
    }

    /** The retry is only built once a call has failed: most never do, and a start-up has no time for it. */
    private <T> T again(Supplier<T> call, SecretsException first) {
        boolean[] failedBefore = {true};
        RetryConfig config = RetryConfig.custom()
                .maxAttempts(maxRetries + 1)
                .retryOnException(e -> e instanceof SecretsException s && worthRetrying(s))
                .intervalBiFunction((attempt, outcome) -> waitMillis(attempt, outcome))
                .build();
        return Retry.of("backend", config).executeSupplier(() -> {
            if (failedBefore[0]) {
                failedBefore[0] = false;
                throw first;
            }
            return call.get();
        });
    }

    private static boolean worthRetrying(SecretsException e) {
        return e.retryable()
                && e.retryAfter().map(d -> d.toMillis() <= LONGEST_WAIT_MILLIS).orElse(true);
    }

    private long waitMillis(int attempt, Either<Throwable, Object> outcome) {
        if (outcome.isLeft()
                && outcome.getLeft() instanceof SecretsException e
                && e.retryAfter().isPresent()) {
            return Math.max(1, e.retryAfter().get().toMillis());
        }
        return Math.min(LONGEST_WAIT_MILLIS, Math.max(1, interval.toMillis()) << Math.min(attempt - 1, 10));
    }
}
