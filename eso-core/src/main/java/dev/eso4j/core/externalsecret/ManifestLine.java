package dev.eso4j.core.externalsecret;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ManifestReference;
import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.externalsecret.SyncOutcome.Kind;
import dev.eso4j.core.externalsecret.SyncOutcome.Next;
import dev.eso4j.core.plan.ManifestPlan;
import dev.eso4j.core.plan.ManifestPlanner;
import dev.eso4j.core.render.DesiredManifest;
import dev.eso4j.core.render.ManifestRenderer;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.RenderedManifest;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TemplateTexts;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line for a target that is no Secret. */
final class ManifestLine implements TargetLine {
    private static final ManifestPlanner PLANNER = new ManifestPlanner();

    private final SyncRooms rooms;
    private final ExternalSecret externalSecret;
    private final SyncVerdict verdict;
    private final TargetPolicy policy;
    private final ManifestReference kind;
    private final ResourceType<GenericKubernetesResource> type;
    private final ObjectMeta metadata;
    private final String namespace;
    private final @Nullable ObjectMeta known;

    ManifestLine(
            SyncRooms rooms,
            SyncVerdict verdict,
            TargetPolicy policy,
            ManifestReference kind,
            ResourceType<GenericKubernetesResource> type) {
        this.rooms = rooms;
        this.externalSecret = verdict.externalSecret;
        this.verdict = verdict;
        this.policy = policy;
        this.kind = kind;
        this.type = type;
        this.metadata = externalSecret.getMetadata();
        this.namespace = metadata.getNamespace();
        boolean written = policy.creation() != TargetPolicy.Creation.None;
        if (written) {
            // Before the first look, so that nothing happens unseen after it.
            targets().follow(type, namespace, metadata.getName());
        }
        this.known = written ? targets().known(type, namespace, policy.name()).orElse(null) : null;
    }

    private ManifestTargets targets() {
        return rooms.manifests();
    }

    @Override
    public boolean valid() {
        if (policy.creation() == TargetPolicy.Creation.Orphan || policy.creation() == TargetPolicy.Creation.None) {
            return true;
        }
        if (known == null) {
            return TargetCheck.leftAbsent(externalSecret, Conditions.RESOURCE);
        }
        boolean owned = policy.creation() != TargetPolicy.Creation.Owner || Ownership.isController(metadata, known);
        return owned
                && known.getLabels() != null
                && "true".equals(known.getLabels().get(Ownership.MANAGED_LABEL))
                && rooms.manifestChecks().untouched(metadata, known);
    }

    @Override
    public SyncOutcome run() {
        if (policy.creation() == TargetPolicy.Creation.None) {
            return synced(Kind.UNCHANGED);
        }
        // Asked before fetching: values that nobody will get, a generator should not issue.
        if (policy.creation() == TargetPolicy.Creation.Merge
                && known == null
                && targets().read(type, namespace, policy.name()).isEmpty()) {
            return verdict.done(
                    Kind.RETAINED,
                    Conditions.RESOURCE.missing(),
                    "resource will not be created due to CreationPolicy=Merge",
                    null,
                    Optional.empty());
        }
        TemplateTexts texts = TemplateTexts.gather(rooms.templates(), externalSecret);
        rooms.manifestRenderer().check(externalSecret, texts);
        boolean tolerate = policy.deletion() != TargetPolicy.Deletion.Retain;
        return verdict.fetched(rooms.fetcher(), tolerate, fetched -> {
            if (fetched.values().isEmpty() && policy.deletion() != TargetPolicy.Deletion.Merge) {
                return empty();
            }
            return write(fetched.values(), texts);
        });
    }

    private SyncOutcome empty() {
        if (policy.deletion() == TargetPolicy.Deletion.Retain) {
            return verdict.done(
                    Kind.RETAINED, Conditions.RESOURCE.synced(), ExternalSecretSync.RETAINED, null, Optional.empty());
        }
        String message = "secret deleted due to DeletionPolicy=Delete";
        ObjectMeta existing = known != null
                ? known
                : targets()
                        .read(type, namespace, policy.name())
                        .map(GenericKubernetesResource::getMetadata)
                        .orElse(null);
        if (existing == null) {
            return verdict.done(Kind.RETAINED, Conditions.RESOURCE.deleted(), message, null, Optional.empty());
        }
        if (!Ownership.isController(metadata, existing)) {
            return verdict.fail(
                    "could not delete resource",
                    "the " + kind.kind() + " " + policy.name() + " was not made by this ExternalSecret and stays;"
                            + " choose another spec.target.name, or deletionPolicy Retain",
                    Next.INTERVAL);
        }
        if (!verdict.request.dryRun()) {
            targets().delete(type, existing);
            rooms.events().deleted(externalSecret, "Deleted " + kind.kind() + " " + policy.name());
        }
        return verdict.done(Kind.DELETED, Conditions.RESOURCE.deleted(), message, null, Optional.empty());
    }

    private SyncOutcome write(Map<String, SecretValue> values, TemplateTexts texts) {
        RenderedManifest rendered = rooms.manifestRenderer().render(externalSecret, values, texts);
        String hash = rendered.hash();
        if (known != null && rooms.manifestChecks().applied(metadata, known, hash)) {
            removeOrphans();
            return synced(Kind.UNCHANGED);
        }
        GenericKubernetesResource existing =
                targets().read(type, namespace, policy.name()).orElse(null);
        // The plan compares with what is there, so templates get a copy to write into.
        Map<String, @Nullable Object> base =
                existing != null && policy.creation().keepsForeignKeys() ? copy(existing) : null;
        DesiredManifest desired = ManifestRenderer.over(kind, rendered, base);
        ManifestPlan plan = PLANNER.plan(metadata, policy, type.apiVersion(), type.kind(), desired, existing);
        if (plan instanceof ManifestPlan.Refused refused) {
            return verdict.fail("", refused.message(), Next.INTERVAL);
        }
        if (plan instanceof ManifestPlan.Apply apply) {
            return apply(apply, hash, existing);
        }
        if (existing != null) {
            rooms.manifestChecks().remember(metadata, existing.getMetadata(), hash);
        }
        removeOrphans();
        return synced(Kind.UNCHANGED);
    }

    private SyncOutcome apply(ManifestPlan.Apply apply, String hash, @Nullable GenericKubernetesResource existing) {
        Kind outcome = existing == null ? Kind.CREATED : Kind.UPDATED;
        if (!verdict.request.dryRun()) {
            if (!apply.before().isEmpty() && existing != null) {
                targets().patch(type, existing.getMetadata(), apply.before());
            }
            ObjectMeta stored = targets().apply(type, apply.object(), Ownership.fieldManager(metadata.getName()));
            rooms.manifestChecks().remember(metadata, stored, hash);
            boolean same = existing != null
                    && Objects.equals(existing.getMetadata().getResourceVersion(), stored.getResourceVersion());
            if (same) {
                outcome = Kind.UNCHANGED;
            } else if (existing == null) {
                rooms.events().created(externalSecret, kind.kind() + " " + policy.name());
            } else {
                rooms.events().updated(externalSecret, kind.kind() + " " + policy.name());
            }
            removeOrphans();
        }
        return synced(outcome);
    }

    /** What this ExternalSecret made under another name, or as another kind. */
    private void removeOrphans() {
        if (policy.creation() == TargetPolicy.Creation.Owner && !verdict.request.dryRun()) {
            rooms.orphans().removeBut(externalSecret, type, policy.name());
        }
    }

    private SyncOutcome synced(Kind outcome) {
        return verdict.done(outcome, Conditions.RESOURCE.synced(), ExternalSecretSync.SYNCED, null, Optional.empty());
    }

    private static Map<String, @Nullable Object> copy(GenericKubernetesResource existing) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        existing.getAdditionalProperties().forEach((key, value) -> object.put(key, copyOf(value)));
        return object;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put(key, copyOf(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(copyOf(element)));
            return elements;
        }
        return value;
    }
}
