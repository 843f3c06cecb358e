package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.fetch.BackendReads;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Reconciler;
import dev.eso4j.core.runtime.Request;
import dev.eso4j.core.runtime.Result;
import dev.eso4j.core.runtime.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles ExternalSecrets: deletion, whose it is, the sync, and when to come back. Thread-safe. */
public final class ExternalSecretReconciler implements Reconciler<NamespacedName> {
    private static final Logger log = LoggerFactory.getLogger(ExternalSecretReconciler.class);

    /** A backend that asks for a longer pause than this gets it, and nothing longer. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Duration LONG_INTERVAL = Duration.ofHours(1);
    private static final long SHORT_SHARING = Duration.ofSeconds(2).toNanos();

    private final ExternalSecretPort port;
    private final ExternalSecretSync sync;
    private final ExternalSecretScope scope;
    private final BackendReads reads;
    private final InstantSource clock;
    private final Ticker ticker;
    private final SyncListener listener;

    /** Creates the reconciler. */
    public ExternalSecretReconciler(
            ExternalSecretPort port,
            ExternalSecretSync sync,
            ExternalSecretScope scope,
            BackendReads reads,
            InstantSource clock,
            Ticker ticker,
            SyncListener listener) {
        this.port = port;
        this.sync = sync;
        this.scope = scope;
        this.reads = reads;
        this.clock = clock;
        this.ticker = ticker;
        this.listener = listener;
    }

    @Override
    public Result reconcile(Request<NamespacedName> request) {
        @Nullable Result result = null;
        try {
            result = work(request);
            return result;
        } finally {
            if (!(result instanceof Result.Wait)) { // Who was called while it was being turned away still comes.
                port.ended(request.key());
            }
        }
    }

    private Result work(Request<NamespacedName> request) {
        NamespacedName key = request.key();
        Optional<ExternalSecret> found = port.find(key);
        if (found.isEmpty()) {
            sync.forget(key.namespace(), key.name());
            port.gone(key);
            listener.gone(key);
            return Result.done();
        }
        ExternalSecret externalSecret = found.get();
        if (!scope.includes(externalSecret)) {
            return Result.done();
        }
        if (externalSecret.getMetadata().getDeletionTimestamp() != null) {
            port.finish(externalSecret);
            return Result.done();
        }
        if (port.holdBack(externalSecret)) {
            return Result.done();
        }
        long start = ticker.nanos();
        boolean failed = true;
        try {
            SyncRequest wanted = syncRequest(request, externalSecret);
            SyncOutcome outcome = sync.sync(externalSecret, wanted);
            if (outcome.next() == SyncOutcome.Next.TURN && wanted.force()) {
                port.force(key); // It goes on later, and for the same reason.
            }
            failed = outcome.kind() == SyncOutcome.Kind.FAILED && outcome.next() != SyncOutcome.Next.AGAIN;
            report(key, outcome);
            if (waitsForTarget(key)) {
                port.awaitTarget(key, new NamespacedName(key.namespace(), outcome.target()));
            }
            return next(request, outcome);
        } finally {
            listener.synced(
                    externalSecret,
                    port.find(key).orElse(externalSecret).getStatus(),
                    Duration.ofNanos(ticker.nanos() - start),
                    failed);
        }
    }

    private boolean waitsForTarget(NamespacedName key) {
        return port.find(key)
                .flatMap(e -> Conditions.ready(e.getStatus()))
                .filter(c -> Conditions.SECRET.missing().equals(c.reason()))
                .isPresent();
    }

    private SyncRequest syncRequest(Request<NamespacedName> request, ExternalSecret externalSecret) {
        boolean changed = request.changedAt() != Long.MIN_VALUE;
        long shared = ticker.nanos() - shareable(externalSecret);
        return new SyncRequest(
                clock.instant(),
                changed ? Math.max(request.changedAt(), shared) : shared,
                changed,
                port.takeForced(request.key()),
                false);
    }

    /** Who refreshes often wants what is new, though not newer than all the others who refresh as often. */
    private long shareable(ExternalSecret externalSecret) {
        long keep = reads.keepNanos();
        Duration interval;
        try {
            interval = RefreshDecision.interval(externalSecret);
        } catch (IllegalArgumentException e) {
            return keep; // The sync itself will say what is wrong with it.
        }
        if (interval.isZero() || interval.isNegative() || interval.compareTo(LONG_INTERVAL) >= 0) {
            return keep;
        }
        return Math.min(keep, Math.max(SHORT_SHARING, interval.toNanos() / 4));
    }

    private Result next(Request<NamespacedName> request, SyncOutcome outcome) {
        return switch (outcome.next()) {
            case TURN -> Result.await(request, outcome.pause());
            case BACK_OFF ->
                outcome.pause().compareTo(LONG_PAUSE) > 0
                        ? Result.after(outcome.pause().compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : outcome.pause())
                        : Result.retry(outcome.pause());
            case AGAIN -> Result.retry();
            case NEVER -> Result.done();
            case INTERVAL -> interval(request.key(), outcome);
        };
    }

    private Result interval(NamespacedName key, SyncOutcome outcome) {
        Optional<ExternalSecret> current = port.find(key);
        if (current.isEmpty()) {
            return Result.done();
        }
        if (outcome.kind() == SyncOutcome.Kind.FAILED) {
            Duration interval = RefreshDecision.interval(current.get());
            return interval.isZero() || interval.isNegative() ? Result.done() : Result.after(interval);
        }
        Instant now = clock.instant();
        return RefreshDecision.nextLook(current.get(), now).map(Result::after).orElse(Result.done());
    }

    private static void report(NamespacedName key, SyncOutcome outcome) {
        switch (outcome.kind()) {
            case CREATED, UPDATED, DELETED ->
                log.info("{}: {} {}", key, outcome.kind().name().toLowerCase(java.util.Locale.ROOT), outcome.target());
            case FAILED -> log.warn("{}: {}", key, outcome.message());
            default -> log.debug("{}: {} {}", key, outcome.kind(), outcome.message());
        }
    }
}
