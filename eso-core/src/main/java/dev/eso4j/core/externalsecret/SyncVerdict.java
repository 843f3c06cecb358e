package dev.eso4j.core.externalsecret;

import dev.eso4j.api.BoundedText;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.externalsecret.SyncOutcome.Kind;
import dev.eso4j.core.externalsecret.SyncOutcome.Next;
import dev.eso4j.core.fetch.EntryProblem;
import dev.eso4j.core.fetch.FetchResult;
import dev.eso4j.core.fetch.Fetcher;
import dev.eso4j.core.plan.KeyChanges;
import dev.eso4j.core.store.StoreWaitException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said of one sync, whatever its target: by status, event and outcome. Used once, by one thread. */
final class SyncVerdict {
    private static final Logger log = LoggerFactory.getLogger(SyncVerdict.class);

    final ExternalSecret externalSecret;
    final SyncRequest request;
    final Conditions.Reasons reasons;
    private final SyncRooms rooms;
    private final String target;
    private boolean vanished;

    SyncVerdict(
            SyncRooms rooms,
            ExternalSecret externalSecret,
            SyncRequest request,
            Conditions.Reasons reasons,
            String target) {
        this.rooms = rooms;
        this.externalSecret = externalSecret;
        this.request = request;
        this.reasons = reasons;
        this.target = target;
    }

    boolean saidBefore(Predicate<ExternalSecretStatusCondition> what) {
        return Conditions.ready(externalSecret.getStatus()).filter(what).isPresent();
    }

    /** Fetches, hands on what was fetched, and takes back what was issued if nobody got it. */
    SyncOutcome fetched(Fetcher fetcher, boolean tolerateAbsent, Function<FetchResult, SyncOutcome> then) {
        FetchResult fetched = fetcher.fetch(externalSecret, tolerateAbsent, request.notBefore());
        boolean delivered = false;
        try {
            if (fetched.waiting().isPresent()) {
                return wait(fetched.waiting().get());
            }
            if (!fetched.problems().isEmpty()) {
                // Even what only a person can correct is often corrected at the provider, where nothing is watched.
                return fail(ExternalSecretSync.NO_DATA, EntryProblem.text(fetched.problems()), Next.BACK_OFF)
                        .after(fetched.retryAfter().orElse(Duration.ZERO));
            }
            SyncOutcome outcome = then.apply(fetched);
            delivered = outcome.kind() != Kind.FAILED && !request.dryRun();
            boolean news = outcome.kind() != Kind.UNCHANGED
                    && !(outcome.kind() == Kind.RETAINED
                            && saidBefore(c -> reasons.deleted().equals(c.reason())));
            if (delivered && news) {
                rooms.events().absent(externalSecret, fetched.absent());
            }
            return outcome;
        } finally {
            if (!delivered) {
                fetched.rollBack(externalSecret.getMetadata().getNamespace() + "/"
                        + externalSecret.getMetadata().getName());
            }
        }
    }

    /**
     * Nothing was tried. That a store fails is said once, by those who have nothing to say yet: what is known of a real
     * attempt is better, and a condition must not change with each attempt.
     */
    private SyncOutcome wait(StoreWaitException waiting) {
        String message = ExternalSecretSync.NO_DATA + ": " + waiting.getMessage();
        boolean known =
                saidBefore(c -> c.status().equals("False") && reasons.error().equals(c.reason()));
        if (waiting.failing() && !known) {
            fail(ExternalSecretSync.NO_DATA, String.valueOf(waiting.getMessage()), Next.TURN);
        }
        return outcome(Kind.WAITING, message, Optional.empty(), Next.TURN).after(waiting.atMost());
    }

    SyncOutcome done(Kind kind, String reason, String message, @Nullable String bound, Optional<KeyChanges> changes) {
        if (!request.dryRun()) {
            boolean routine = kind == Kind.UNCHANGED || kind == Kind.RETAINED;
            store(StatusChange.done(externalSecret, request, reason, message, bound), routine);
        }
        return outcome(kind, message, changes, Next.INTERVAL);
    }

    SyncOutcome fail(String literal, String detail, Next next) {
        String message =
                BoundedText.of(literal.isEmpty() ? detail : literal + ": " + detail, StatusChange.LONGEST_MESSAGE);
        if (!request.dryRun() && store(StatusChange.failed(externalSecret, request, reasons.error(), message), false)) {
            rooms.events().failed(externalSecret, message);
        }
        return outcome(Kind.FAILED, message, Optional.empty(), next);
    }

    private boolean store(ExternalSecretStatus status, boolean routine) {
        if (status.equals(StatusChange.old(externalSecret))) {
            return false;
        }
        try {
            rooms.statuses().write(externalSecret, status, routine);
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.NOT_FOUND) {
                throw new StatusNotWrittenException(e);
            }
            // Deleted, mostly. But servers that are about to serve the kind, and proxies, say the same of what is
            // there.
            vanished = true;
            log.debug(
                    "{}/{} was not there when its status was to be written",
                    externalSecret.getMetadata().getNamespace(),
                    externalSecret.getMetadata().getName());
        }
        return true;
    }

    SyncOutcome outcome(Kind kind, String message, Optional<KeyChanges> changes, Next next) {
        return new SyncOutcome(kind, target, message, changes, vanished ? Next.AGAIN : next, Duration.ZERO);
    }
}
