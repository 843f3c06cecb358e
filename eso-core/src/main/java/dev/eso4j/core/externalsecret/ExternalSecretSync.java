package dev.eso4j.core.externalsecret;

import dev.eso4j.api.BoundedText;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.core.apply.EventSink;
import dev.eso4j.core.apply.StatusSink;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.apply.TargetWriter;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.externalsecret.SyncOutcome.Kind;
import dev.eso4j.core.externalsecret.SyncOutcome.Next;
import dev.eso4j.core.fetch.EntryProblem;
import dev.eso4j.core.fetch.FetchResult;
import dev.eso4j.core.fetch.Fetcher;
import dev.eso4j.core.fetch.Issued;
import dev.eso4j.core.plan.KeyChanges;
import dev.eso4j.core.plan.TargetPlan;
import dev.eso4j.core.plan.TargetPlanner;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.InvalidTargetException;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TargetRenderer;
import dev.eso4j.core.render.TemplateNotBuiltException;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Syncs one ExternalSecret: decide, fetch, render, plan, apply, status; straight through, and no further than a dry run
 * allows. Thread-safe; one ExternalSecret must not be synced twice at once.
 */
public final class ExternalSecretSync {
    static final String RETAINED = "secret retained due to DeletionPolicy=Retain";
    private static final String SYNCED = "secret synced";
    private static final String NO_DATA = "could not get secret data from provider";
    private static final String NOT_WRITTEN = "could not update secret";
    private static final Logger log = LoggerFactory.getLogger(ExternalSecretSync.class);

    private final TargetCheck checks = new TargetCheck();
    private final TargetPlanner planner = new TargetPlanner();
    private final TargetRenderer renderer;
    private final Fetcher fetcher;
    private final TargetLookup targets;
    private final TargetWriter writer;
    private final StatusSink statuses;
    private final ExternalSecretEvents events;

    /** Composes the line. */
    public ExternalSecretSync(
            TargetRenderer renderer,
            Fetcher fetcher,
            TargetLookup targets,
            TargetWriter writer,
            StatusSink statuses,
            EventSink events) {
        this.renderer = renderer;
        this.fetcher = fetcher;
        this.targets = targets;
        this.writer = writer;
        this.statuses = statuses;
        this.events = new ExternalSecretEvents(events);
    }

    /** Forgets what is remembered of an ExternalSecret that is gone. */
    public void forget(String namespace, String name) {
        checks.forget(namespace, name);
    }

    /**
     * Syncs.
     *
     * @throws StatusNotWrittenException if the status could not be written, whatever came of the target
     */
    public SyncOutcome sync(ExternalSecret externalSecret, SyncRequest request) {
        Line line = new Line(externalSecret, request);
        List<String> problems = ExternalSecretRules.check(externalSecret);
        if (!problems.isEmpty()) {
            return line.fail("invalid ExternalSecret", String.join("; ", problems), Next.NEVER);
        }
        TargetPolicy policy = TargetPolicy.of(externalSecret);
        line.target = policy.name();
        SecretDigest digest = targets.digest(line.namespace, policy.name()).orElse(null);
        boolean due = RefreshDecision.due(externalSecret, request.now())
                || request.force()
                        && RefreshDecision.nextLook(externalSecret, request.now())
                                .isPresent();
        if (!due && TargetCheck.valid(externalSecret, policy, renderer.metadata(externalSecret), digest)) {
            return line.outcome(Kind.NOT_DUE, "", Optional.empty(), Next.INTERVAL);
        }
        try {
            renderer.check(externalSecret);
            return line.run(policy, digest);
        } catch (TemplateNotBuiltException | InvalidTargetException e) {
            return line.fail(NOT_WRITTEN, String.valueOf(e.getMessage()), Next.NEVER);
        } catch (ClusterException e) {
            if (e.reason() == ClusterException.Reason.CONFLICT) {
                return line.outcome(
                        Kind.FAILED,
                        NOT_WRITTEN + ": somebody else wrote it at the same time",
                        Optional.empty(),
                        Next.AGAIN);
            }
            return line.fail(NOT_WRITTEN, String.valueOf(e.getMessage()), Next.BACK_OFF);
        }
    }

    /** The state of one sync. */
    private final class Line {
        final ExternalSecret externalSecret;
        final ObjectMeta metadata;
        final SyncRequest request;
        final String namespace;
        String target;

        Line(ExternalSecret externalSecret, SyncRequest request) {
            this.externalSecret = externalSecret;
            this.metadata = externalSecret.getMetadata();
            this.request = request;
            this.namespace = metadata.getNamespace();
            this.target = metadata.getName();
        }

        SyncOutcome run(TargetPolicy policy, @Nullable SecretDigest digest) {
            if (policy.creation() == TargetPolicy.Creation.None) {
                return done(Kind.UNCHANGED, Conditions.SYNCED, SYNCED, null, Optional.empty());
            }
            // Asked before fetching: values that nobody will get, a generator should not issue.
            if (policy.creation() == TargetPolicy.Creation.Merge
                    && digest == null
                    && targets.read(namespace, target).isEmpty()) {
                return done(
                        Kind.RETAINED,
                        Conditions.MISSING,
                        "secret will not be created due to CreationPolicy=Merge",
                        null,
                        Optional.empty());
            }
            boolean tolerate = policy.deletion() != TargetPolicy.Deletion.Retain;
            FetchResult fetched = fetcher.fetch(externalSecret, tolerate, request.notBefore());
            boolean delivered = false;
            try {
                if (!fetched.problems().isEmpty()) {
                    return failedFetch(fetched.problems());
                }
                SyncOutcome outcome = fetched.values().isEmpty() && policy.deletion() != TargetPolicy.Deletion.Merge
                        ? empty(policy, digest)
                        : write(policy, renderer.render(externalSecret, fetched.values()), digest);
                delivered = outcome.kind() != Kind.FAILED && !request.dryRun();
                if (delivered && outcome.kind() != Kind.UNCHANGED) {
                    events.absent(externalSecret, fetched.absent());
                }
                return outcome;
            } finally {
                if (!delivered) {
                    rollBack(fetched.issued());
                }
            }
        }

        private SyncOutcome failedFetch(List<EntryProblem> problems) {
            String text = problems.stream().map(EntryProblem::text).collect(Collectors.joining("; "));
            return fail(
                    NO_DATA, text, problems.stream().allMatch(EntryProblem::permanent) ? Next.INTERVAL : Next.BACK_OFF);
        }

        private SyncOutcome empty(TargetPolicy policy, @Nullable SecretDigest digest) {
            if (policy.deletion() == TargetPolicy.Deletion.Retain) {
                return done(Kind.RETAINED, Conditions.SYNCED, RETAINED, null, Optional.empty());
            }
            String message = "secret deleted due to DeletionPolicy=Delete";
            ObjectMeta existing = digest == null
                    ? targets.read(namespace, target).map(KubeSecret::metadata).orElse(null)
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
                writer.delete(existing);
                events.deleted(externalSecret, message);
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
            if (checks.unchanged(externalSecret, policy, desired, digest)) {
                removeOrphans(policy);
                return done(Kind.UNCHANGED, Conditions.SYNCED, SYNCED, target, Optional.empty());
            }
            boolean mayExist = digest != null
                    || policy.creation() == TargetPolicy.Creation.Merge
                    || policy.creation() == TargetPolicy.Creation.CreateOrMerge
                    || request.dryRun();
            KubeSecret existing = mayExist ? targets.read(namespace, target).orElse(null) : null;
            TargetPlan plan = planner.plan(metadata, policy, desired, existing);
            try {
                return apply(policy, desired, plan);
            } catch (ClusterException e) {
                if (e.reason() != ClusterException.Reason.ALREADY_EXISTS
                        && e.reason() != ClusterException.Reason.CONFLICT) {
                    throw e;
                }
                KubeSecret current = targets.read(namespace, target).orElse(null);
                return apply(policy, desired, planner.plan(metadata, policy, desired, current));
            }
        }

        private SyncOutcome apply(TargetPolicy policy, DesiredTarget desired, TargetPlan plan) {
            String manager = Ownership.fieldManager(metadata.getName());
            if (plan instanceof TargetPlan.Refused refused) {
                return fail("", refused.message(), Next.INTERVAL);
            }
            if (plan instanceof TargetPlan.Unchanged unchanged) {
                targets.digest(namespace, target).ifPresent(d -> checks.verified(externalSecret, desired, d));
                removeOrphans(policy);
                String message = unchanged.stale().map(s -> SYNCED + ": " + s).orElse(SYNCED);
                boolean known = Conditions.ready(externalSecret.getStatus())
                        .filter(c -> message.equals(c.message()))
                        .isPresent();
                SyncOutcome outcome = done(Kind.UNCHANGED, Conditions.SYNCED, message, target, Optional.empty());
                if (!known && !request.dryRun()) {
                    unchanged.stale().ifPresent(s -> events.stale(externalSecret, s));
                }
                return outcome;
            }
            if (plan instanceof TargetPlan.Create create) {
                if (!request.dryRun()) {
                    writer.create(create.secret(), manager);
                    removeOrphans(policy);
                    events.created(externalSecret);
                }
                return done(Kind.CREATED, Conditions.SYNCED, SYNCED, target, Optional.of(create.changes()));
            }
            TargetPlan.Update update = (TargetPlan.Update) plan;
            if (!request.dryRun()) {
                writer.update(update.secret(), manager);
                if (policy.creation().keepsForeignKeys()) {
                    targets.digest(namespace, target).ifPresent(d -> checks.verified(externalSecret, desired, d));
                }
                removeOrphans(policy);
                events.updated(externalSecret);
                log.debug("{}/{}: keys of {}: {}", namespace, metadata.getName(), target, update.changes());
            }
            return done(Kind.UPDATED, Conditions.SYNCED, SYNCED, target, Optional.of(update.changes()));
        }

        /** After the new target was written, so that a change of its name never leaves the application without one. */
        private void removeOrphans(TargetPolicy policy) {
            if (policy.creation() != TargetPolicy.Creation.Owner || request.dryRun()) {
                return;
            }
            String creator = Ownership.creatorHash(namespace, metadata.getName());
            for (SecretDigest orphan : targets.createdBy(namespace, creator)) {
                boolean ours = Ownership.controller(orphan.metadata())
                        .filter(o -> Objects.equals(o.getUid(), metadata.getUid()))
                        .isPresent();
                if (ours && !orphan.metadata().getName().equals(target)) {
                    writer.delete(orphan.metadata());
                    events.deleted(externalSecret, "secret deleted because it was orphaned");
                }
            }
        }

        private SyncOutcome done(
                Kind kind, String reason, String message, @Nullable String bound, Optional<KeyChanges> changes) {
            if (!request.dryRun()) {
                store(StatusChange.done(externalSecret, request, reason, message, bound));
            }
            return outcome(kind, message, changes, Next.INTERVAL);
        }

        SyncOutcome fail(String literal, String detail, Next next) {
            String message =
                    BoundedText.of(literal.isEmpty() ? detail : literal + ": " + detail, StatusChange.LONGEST_MESSAGE);
            if (!request.dryRun() && store(StatusChange.failed(externalSecret, request, message))) {
                events.failed(externalSecret, message);
            }
            return outcome(Kind.FAILED, message, Optional.empty(), next);
        }

        private boolean store(ExternalSecretStatus status) {
            if (status.equals(StatusChange.old(externalSecret))) {
                return false;
            }
            try {
                statuses.write(externalSecret, status);
            } catch (ClusterException e) {
                if (e.reason() != ClusterException.Reason.NOT_FOUND) {
                    throw new StatusNotWrittenException(e);
                }
                log.debug("{}/{} was deleted while it was synced", namespace, metadata.getName());
            }
            return true;
        }

        SyncOutcome outcome(Kind kind, String message, Optional<KeyChanges> changes, Next next) {
            return new SyncOutcome(kind, target, message, changes, next);
        }

        private void rollBack(List<Issued> issued) {
            for (Issued made : issued) {
                try {
                    made.rollBack();
                } catch (RuntimeException e) {
                    log.warn(
                            "{}/{}: what a {} generator issued could not be taken back: {}",
                            namespace,
                            metadata.getName(),
                            made.generator().kind(),
                            e.getClass().getSimpleName());
                }
            }
        }
    }
}
