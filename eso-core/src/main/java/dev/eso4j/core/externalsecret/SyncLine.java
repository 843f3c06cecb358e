package dev.eso4j.core.externalsecret;

import dev.eso4j.api.BoundedText;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.externalsecret.SyncOutcome.Kind;
import dev.eso4j.core.externalsecret.SyncOutcome.Next;
import dev.eso4j.core.fetch.EntryProblem;
import dev.eso4j.core.fetch.FetchResult;
import dev.eso4j.core.plan.KeyChanges;
import dev.eso4j.core.plan.TargetPlan;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TemplateTexts;
import dev.eso4j.core.store.StoreWaitException;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sync on its way: what it is about, and how far it may go. Used once, by one thread. */
final class SyncLine {
    private static final Logger log = LoggerFactory.getLogger(SyncLine.class);

    final SyncRooms rooms;
    final ExternalSecret externalSecret;
    final ObjectMeta metadata;
    final SyncRequest request;
    final String namespace;
    String target;
    private boolean vanished;

    SyncLine(SyncRooms rooms, ExternalSecret externalSecret, SyncRequest request) {
        this.rooms = rooms;
        this.externalSecret = externalSecret;
        this.metadata = externalSecret.getMetadata();
        this.request = request;
        this.namespace = metadata.getNamespace();
        this.target = metadata.getName();
    }

    /** A Secret to merge into carries no label of ours, so whether it is there at last takes a look. */
    boolean targetAppeared(@Nullable SecretDigest digest) {
        return digest == null
                && saidBefore(c -> Conditions.MISSING.equals(c.reason()))
                && rooms.targets().read(namespace, target).isPresent();
    }

    private boolean saidBefore(Predicate<ExternalSecretStatusCondition> what) {
        return Conditions.ready(externalSecret.getStatus()).filter(what).isPresent();
    }

    SyncOutcome run(TargetPolicy policy, @Nullable SecretDigest digest) {
        if (policy.creation() == TargetPolicy.Creation.None) {
            return done(Kind.UNCHANGED, Conditions.SYNCED, ExternalSecretSync.SYNCED, null, Optional.empty());
        }
        // Asked before fetching: values that nobody will get, a generator should not issue.
        if (policy.creation() == TargetPolicy.Creation.Merge
                && digest == null
                && rooms.targets().read(namespace, target).isEmpty()) {
            return done(
                    Kind.RETAINED,
                    Conditions.MISSING,
                    "secret will not be created due to CreationPolicy=Merge",
                    null,
                    Optional.empty());
        }
        // So for templates that cannot be rendered whatever is fetched.
        TemplateTexts texts = TemplateTexts.gather(rooms.templates(), externalSecret);
        rooms.renderer().parse(externalSecret, texts);
        boolean tolerate = policy.deletion() != TargetPolicy.Deletion.Retain;
        FetchResult fetched = rooms.fetcher().fetch(externalSecret, tolerate, request.notBefore());
        boolean delivered = false;
        try {
            if (fetched.waiting().isPresent()) {
                return wait(fetched.waiting().get());
            }
            if (!fetched.problems().isEmpty()) {
                return failedFetch(fetched);
            }
            SyncOutcome outcome = fetched.values().isEmpty() && policy.deletion() != TargetPolicy.Deletion.Merge
                    ? empty(policy, digest)
                    : write(policy, render(fetched.values(), texts), digest);
            delivered = outcome.kind() != Kind.FAILED && !request.dryRun();
            boolean news = outcome.kind() != Kind.UNCHANGED
                    && !(outcome.kind() == Kind.RETAINED && saidBefore(c -> Conditions.DELETED.equals(c.reason())));
            if (delivered && news) {
                rooms.events().absent(externalSecret, fetched.absent());
            }
            return outcome;
        } finally {
            if (!delivered) {
                fetched.rollBack(namespace + "/" + metadata.getName());
            }
        }
    }

    private DesiredTarget render(Map<String, SecretValue> values, TemplateTexts texts) {
        DesiredTarget desired = rooms.renderer().render(externalSecret, values, texts);
        rooms.checks().rendered(externalSecret, desired.metadata());
        return desired;
    }

    private SyncOutcome failedFetch(FetchResult fetched) {
        String text = EntryProblem.text(fetched.problems());
        // Even what only a person can correct is often corrected at the provider, where nothing is watched.
        return fail(ExternalSecretSync.NO_DATA, text, Next.BACK_OFF)
                .after(fetched.retryAfter().orElse(Duration.ZERO));
    }

    /**
     * Nothing was tried. That a store fails is said once, by those who have nothing to say yet: what is known of a real
     * attempt is better, and a condition must not change with each attempt.
     */
    private SyncOutcome wait(StoreWaitException waiting) {
        String message = ExternalSecretSync.NO_DATA + ": " + waiting.getMessage();
        boolean known = saidBefore(c -> c.status().equals("False") && Conditions.ERROR.equals(c.reason()));
        if (waiting.failing() && !known) {
            fail(ExternalSecretSync.NO_DATA, String.valueOf(waiting.getMessage()), Next.TURN);
        }
        return outcome(Kind.WAITING, message, Optional.empty(), Next.TURN).after(waiting.atMost());
    }

    private SyncOutcome empty(TargetPolicy policy, @Nullable SecretDigest digest) {
        if (policy.deletion() == TargetPolicy.Deletion.Retain) {
            return done(Kind.RETAINED, Conditions.SYNCED, ExternalSecretSync.RETAINED, null, Optional.empty());
        }
        String message = "secret deleted due to DeletionPolicy=Delete";
        ObjectMeta existing = digest == null
                ? rooms.targets()
                        .read(namespace, target)
                        .map(KubeSecret::metadata)
                        .orElse(null)
                : digest.metadata();
        if (existing == null) {
            return done(Kind.RETAINED, Conditions.DELETED, message, null, Optional.empty());
        }
        if (!isOurs(existing)) {
            return fail(
                    "could not delete secret",
                    "the Secret " + target + " was not made by this ExternalSecret and stays;"
                            + " choose another spec.target.name, or deletionPolicy Retain",
                    Next.INTERVAL);
        }
        if (!request.dryRun()) {
            rooms.writer().delete(existing);
            rooms.events().deleted(externalSecret, message);
        }
        return done(Kind.DELETED, Conditions.DELETED, message, null, Optional.empty());
    }

    private boolean isOurs(ObjectMeta existing) {
        return Ownership.controller(existing)
                        .filter(o -> Objects.equals(o.getUid(), metadata.getUid()))
                        .isPresent()
                || existing.getLabels() != null
                        && Ownership.creatorHash(namespace, metadata.getName())
                                .equals(existing.getLabels().get(Ownership.CREATOR_LABEL));
    }

    private SyncOutcome write(TargetPolicy policy, DesiredTarget desired, @Nullable SecretDigest digest) {
        if (rooms.checks().unchanged(externalSecret, policy, desired, digest)) {
            removeOrphans(policy);
            return done(Kind.UNCHANGED, Conditions.SYNCED, ExternalSecretSync.SYNCED, target, Optional.empty());
        }
        boolean mayExist = digest != null
                || policy.creation() == TargetPolicy.Creation.Merge
                || policy.creation() == TargetPolicy.Creation.CreateOrMerge
                || request.dryRun();
        KubeSecret existing = mayExist ? rooms.targets().read(namespace, target).orElse(null) : null;
        TargetPlan plan = rooms.planner().plan(metadata, policy, desired, existing);
        try {
            return apply(policy, desired, plan);
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.ALREADY_EXISTS
                    && e.reason() != ClusterException.Reason.CONFLICT) {
                throw e;
            }
            KubeSecret current = rooms.targets().read(namespace, target).orElse(null);
            return apply(policy, desired, rooms.planner().plan(metadata, policy, desired, current));
        }
    }

    private SyncOutcome apply(TargetPolicy policy, DesiredTarget desired, TargetPlan plan) {
        String manager = Ownership.fieldManager(metadata.getName());
        if (plan instanceof TargetPlan.Refused refused) {
            return fail("", refused.message(), Next.INTERVAL);
        }
        if (plan instanceof TargetPlan.Unchanged unchanged) {
            rooms.targets()
                    .digest(namespace, target)
                    .ifPresent(d -> rooms.checks().verified(externalSecret, desired, d));
            removeOrphans(policy);
            return done(Kind.UNCHANGED, Conditions.SYNCED, synced(unchanged.stale()), target, Optional.empty());
        }
        if (plan instanceof TargetPlan.Create create) {
            if (!request.dryRun()) {
                rooms.writer().create(create.secret(), manager);
                removeOrphans(policy);
                rooms.events().created(externalSecret);
            }
            return done(
                    Kind.CREATED, Conditions.SYNCED, ExternalSecretSync.SYNCED, target, Optional.of(create.changes()));
        }
        TargetPlan.Update update = (TargetPlan.Update) plan;
        if (!request.dryRun()) {
            rooms.writer().update(update.secret(), manager);
            if (policy.creation().keepsForeignKeys()) {
                rooms.targets()
                        .digest(namespace, target)
                        .ifPresent(d -> rooms.checks().verified(externalSecret, desired, d));
            }
            removeOrphans(policy);
            rooms.events().updated(externalSecret);
            log.debug("{}/{}: keys of {}: {}", namespace, metadata.getName(), target, update.changes());
        }
        return done(Kind.UPDATED, Conditions.SYNCED, synced(update.stale()), target, Optional.of(update.changes()));
    }

    /** Ready stays true, as it always was; that the data is old is said in the message and, once, in an event. */
    private String synced(Optional<String> stale) {
        if (stale.isEmpty()) {
            return ExternalSecretSync.SYNCED;
        }
        String message = ExternalSecretSync.SYNCED + ": " + stale.get();
        if (!request.dryRun() && !saidBefore(c -> message.equals(c.message()))) {
            rooms.events().outdated(externalSecret, message);
        }
        return message;
    }

    /** After the new target was written, so that a change of its name never leaves the application without one. */
    private void removeOrphans(TargetPolicy policy) {
        if (policy.creation() != TargetPolicy.Creation.Owner || request.dryRun()) {
            return;
        }
        String creator = Ownership.creatorHash(namespace, metadata.getName());
        for (SecretDigest orphan : rooms.targets().createdBy(namespace, creator)) {
            if (orphan.metadata().getName().equals(target)) {
                continue;
            }
            boolean ours = Ownership.controller(orphan.metadata())
                    .filter(o -> Objects.equals(o.getUid(), metadata.getUid()))
                    .isPresent();
            if (ours) {
                rooms.writer().delete(orphan.metadata());
                rooms.events().deleted(externalSecret, "secret deleted because it was orphaned");
            }
        }
    }

    private SyncOutcome done(
            Kind kind, String reason, String message, @Nullable String bound, Optional<KeyChanges> changes) {
        if (!request.dryRun()) {
            boolean routine = kind == Kind.UNCHANGED || kind == Kind.RETAINED;
            store(StatusChange.done(externalSecret, request, reason, message, bound), routine);
        }
        return outcome(kind, message, changes, Next.INTERVAL);
    }

    SyncOutcome fail(String literal, String detail, Next next) {
        String message =
                BoundedText.of(literal.isEmpty() ? detail : literal + ": " + detail, StatusChange.LONGEST_MESSAGE);
        if (!request.dryRun() && store(StatusChange.failed(externalSecret, request, message), false)) {
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
            log.debug("{}/{} was not there when its status was to be written", namespace, metadata.getName());
        }
        return true;
    }

    SyncOutcome outcome(Kind kind, String message, Optional<KeyChanges> changes, Next next) {
        return new SyncOutcome(kind, target, message, changes, vanished ? Next.AGAIN : next, Duration.ZERO);
    }
}
