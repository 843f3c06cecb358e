package dev.eso4j.provider.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs something when a time is over, unless that for which the limit is has come to its end before. */
final class TimeLimit implements AutoCloseable {
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    TimeLimit(Duration limit, Runnable action) {
        over.completeOnTimeout(true, Math.max(1, limit.toNanos()), TimeUnit.NANOSECONDS)
                .thenAccept(late -> {
                    if (late) {
                        action.run();
                    }
                });
    }

    /** Ends the limit. If its time was over before, the action has begun, and may still run. */
    @Override
    public void close() {
        over.complete(false);
    }
}
