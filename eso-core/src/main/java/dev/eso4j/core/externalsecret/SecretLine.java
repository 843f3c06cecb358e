package dev.eso4j.core.externalsecret;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.externalsecret.SyncOutcome.Kind;
import dev.eso4j.core.externalsecret.SyncOutcome.Next;
import dev.eso4j.core.plan.TargetPlan;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TemplateTexts;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line for a target that is a Secret. */
final class SecretLine implements TargetLine {
    private static final Logger log = LoggerFactory.getLogger(SecretLine.class);

    private final SyncRooms rooms;
    private final ExternalSecret externalSecret;
    private final ObjectMeta metadata;
    private final SyncVerdict verdict;
    private final TargetPolicy policy;
    private final String namespace;
    private final String target;
    private final @Nullable SecretDigest digest;

    SecretLine(SyncRooms rooms, SyncVerdict verdict, TargetPolicy policy) {
        this.rooms = rooms;
        this.externalSecret = verdict.externalSecret;
        this.metadata = externalSecret.getMetadata();
        this.verdict = verdict;
        this.policy = policy;
        this.namespace = metadata.getNamespace();
        this.target = policy.name();
        this.digest = rooms.targets().digest(namespace, target).orElse(null);
    }

    @Override
    public boolean valid() {
        DesiredTarget.Metadata expected =
                rooms.checks().expected(externalSecret, rooms.renderer().metadata(externalSecret));
        return TargetCheck.valid(externalSecret, policy, expected, digest) && !targetAppeared();
    }

    /** A Secret to merge into carries no label of ours, so whether it is there at last takes a look. */
    private boolean targetAppeared() {
        return digest == null
                && verdict.saidBefore(c -> Conditions.SECRET.missing().equals(c.reason()))
                && rooms.targets().read(namespace, target).isPresent();
    }

    @Override
    public SyncOutcome run() {
        rooms.renderer().check(externalSecret);
        if (policy.creation() == TargetPolicy.Creation.None) {
            return verdict.done(
                    Kind.UNCHANGED, Conditions.SECRET.synced(), ExternalSecretSync.SYNCED, null, Optional.empty());
        }
        // Asked before fetching: values that nobody will get, a generator should not issue.
        if (policy.creation() == TargetPolicy.Creation.Merge
                && digest == null
                && rooms.targets().read(namespace, target).isEmpty()) {
            return verdict.done(
                    Kind.RETAINED,
                    Conditions.SECRET.missing(),
                    "secret will not be created due to CreationPolicy=Merge",
                    null,
                    Optional.empty());
        }
        // So for templates that cannot be rendered whatever is fetched.
        TemplateTexts texts = TemplateTexts.gather(rooms.templates(), externalSecret);
        rooms.renderer().parse(externalSecret, texts);
        boolean tolerate = policy.deletion() != TargetPolicy.Deletion.Retain;
        return verdict.fetched(rooms.fetcher(), tolerate, fetched -> {
            if (fetched.values().isEmpty() && policy.deletion() != TargetPolicy.Deletion.Merge) {
                return empty();
            }
            return write(render(fetched.values(), texts));
        });
    }

    private DesiredTarget render(Map<String, SecretValue> values, TemplateTexts texts) {
        DesiredTarget desired = rooms.renderer().render(externalSecret, values, texts);
        rooms.checks().rendered(externalSecret, desired.metadata());
        return desired;
    }

    private SyncOutcome empty() {
        if (policy.deletion() == TargetPolicy.Deletion.Retain) {
            return verdict.done(
                    Kind.RETAINED, Conditions.SECRET.synced(), ExternalSecretSync.RETAINED, null, Optional.empty());
        }
        String message = "secret deleted due to DeletionPolicy=Delete";
        ObjectMeta existing = digest == null
                ? rooms.targets()
                        .read(namespace, target)
                        .map(KubeSecret::metadata)
                        .orElse(null)
                : digest.metadata();
        if (existing == null) {
            return verdict.done(Kind.RETAINED, Conditions.SECRET.deleted(), message, null, Optional.empty());
        }
        if (!isOurs(existing)) {
            return verdict.fail(
                    "could not delete secret",
                    "the Secret " + target + " was not made by this ExternalSecret and stays;"
                            + " choose another spec.target.name, or deletionPolicy Retain",
                    Next.INTERVAL);
        }
        if (!verdict.request.dryRun()) {
            rooms.writer().delete(existing);
            rooms.events().deleted(externalSecret, message);
        }
        return verdict.done(Kind.DELETED, Conditions.SECRET.deleted(), message, null, Optional.empty());
    }

    private boolean isOurs(ObjectMeta existing) {
        return Ownership.isController(metadata, existing)
                || existing.getLabels() != null
                        && Ownership.creatorHash(namespace, metadata.getName())
                                .equals(existing.getLabels().get(Ownership.CREATOR_LABEL));
    }

    private SyncOutcome write(DesiredTarget desired) {
        if (rooms.checks().unchanged(externalSecret, policy, desired, digest)) {
            removeOrphans();
            return verdict.done(
                    Kind.UNCHANGED, Conditions.SECRET.synced(), ExternalSecretSync.SYNCED, target, Optional.empty());
        }
        boolean mayExist = digest != null
                || policy.creation() == TargetPolicy.Creation.Merge
                || policy.creation() == TargetPolicy.Creation.CreateOrMerge
                || verdict.request.dryRun();
        KubeSecret existing = mayExist ? rooms.targets().read(namespace, target).orElse(null) : null;
        TargetPlan plan = rooms.planner().plan(metadata, policy, desired, existing);
        try {
            return apply(desired, plan);
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.ALREADY_EXISTS
                    && e.reason() != ClusterException.Reason.CONFLICT) {
                throw e;
            }
            KubeSecret current = rooms.targets().read(namespace, target).orElse(null);
            return apply(desired, rooms.planner().plan(metadata, policy, desired, current));
        }
    }

    private SyncOutcome apply(DesiredTarget desired, TargetPlan plan) {
        String manager = Ownership.fieldManager(metadata.getName());
        if (plan instanceof TargetPlan.Refused refused) {
            return verdict.fail("", refused.message(), Next.INTERVAL);
        }
        if (plan instanceof TargetPlan.Unchanged unchanged) {
            rooms.targets()
                    .digest(namespace, target)
                    .ifPresent(d -> rooms.checks().verified(externalSecret, desired, d));
            removeOrphans();
            return verdict.done(
                    Kind.UNCHANGED, Conditions.SECRET.synced(), synced(unchanged.stale()), target, Optional.empty());
        }
        if (plan instanceof TargetPlan.Create create) {
            if (!verdict.request.dryRun()) {
                rooms.writer().create(create.secret(), manager);
                removeOrphans();
                rooms.events().created(externalSecret);
            }
            return verdict.done(
                    Kind.CREATED,
                    Conditions.SECRET.synced(),
                    ExternalSecretSync.SYNCED,
                    target,
                    Optional.of(create.changes()));
        }
        TargetPlan.Update update = (TargetPlan.Update) plan;
        if (!verdict.request.dryRun()) {
            rooms.writer().update(update.secret(), manager);
            if (policy.creation().keepsForeignKeys()) {
                rooms.targets()
                        .digest(namespace, target)
                        .ifPresent(d -> rooms.checks().verified(externalSecret, desired, d));
            }
            removeOrphans();
            rooms.events().updated(externalSecret);
            log.debug("{}/{}: keys of {}: {}", namespace, metadata.getName(), target, update.changes());
        }
        return verdict.done(
                Kind.UPDATED,
                Conditions.SECRET.synced(),
                synced(update.stale()),
                target,
                Optional.of(update.changes()));
    }

    /** Ready stays true, as it always was; that the data is old is said in the message and, once, in an event. */
    private String synced(Optional<String> stale) {
        if (stale.isEmpty()) {
            return ExternalSecretSync.SYNCED;
        }
        String message = ExternalSecretSync.SYNCED + ": " + stale.get();
        if (!verdict.request.dryRun() && !verdict.saidBefore(c -> message.equals(c.message()))) {
            rooms.events().outdated(externalSecret, message);
        }
        return message;
    }

    private void removeOrphans() {
        if (policy.creation() == TargetPolicy.Creation.Owner && !verdict.request.dryRun()) {
            rooms.orphans().removeBut(externalSecret, target);
        }
    }
}
