package dev.eso4j.core.plan;

import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ObjectHash;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a target should be with what it is. Pure and thread-safe.
 *
 * <p>What others put on an existing target stays: labels and annotations always, keys of the data where the creation
 * policy says so. What this ExternalSecret once wrote and no longer asks for goes; the server's field managers know.
 */
public final class TargetPlanner {
    private static final String SERVICE_ACCOUNT_TOKEN = "kubernetes.io/service-account-token";
    private static final String SERVICE_ACCOUNT_NAME = "kubernetes.io/service-account.name";

    /** Returns the plan for a target that exists ({@code existing}) or does not. */
    public TargetPlan plan(
            ObjectMeta externalSecret, TargetPolicy policy, DesiredTarget desired, @Nullable KubeSecret existing) {
        return existing == null
                ? create(externalSecret, policy, desired)
                : update(externalSecret, policy, desired, existing);
    }

    private static TargetPlan create(ObjectMeta externalSecret, TargetPolicy policy, DesiredTarget desired) {
        Map<String, String> labels = new LinkedHashMap<>(desired.metadata().labels());
        Map<String, String> annotations = new LinkedHashMap<>(desired.metadata().annotations());
        bookkeeping(externalSecret, policy, labels, annotations, desired.data());
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(policy.name());
        metadata.setNamespace(externalSecret.getNamespace());
        metadata.setLabels(labels);
        metadata.setAnnotations(annotations);
        metadata.setFinalizers(new ArrayList<>(desired.metadata().finalizers()));
        if (policy.creation() == TargetPolicy.Creation.Owner) {
            metadata.setOwnerReferences(List.of(Ownership.reference(externalSecret)));
        }
        KubeSecret secret =
                KubeSecret.of(metadata, desired.data(), desired.type(), policy.immutable() ? Boolean.TRUE : null);
        return TargetSize.checked(secret, new TargetPlan.Create(secret, KeyChanges.between(Map.of(), desired.data())));
    }

    private static TargetPlan update(
            ObjectMeta externalSecret, TargetPolicy policy, DesiredTarget desired, KubeSecret existing) {
        Optional<OwnerReference> controller = Ownership.controller(existing.metadata());
        TargetPlan.@Nullable Refused refusal = ownedByOther(externalSecret, policy, controller);
        if (refusal != null) {
            return refusal;
        }
        if (SERVICE_ACCOUNT_TOKEN.equals(existing.type())
                && desired.metadata().annotations().containsKey(SERVICE_ACCOUNT_NAME)) {
            // The token controller would fill it with a token of whoever the manifest names.
            return new TargetPlan.Refused(
                    TargetPlan.Refused.Cause.SERVICE_ACCOUNT_TOKEN,
                    "could not update secret: " + policy.name() + " is of type \"" + SERVICE_ACCOUNT_TOKEN
                            + "\", and the annotation \"" + SERVICE_ACCOUNT_NAME
                            + "\" is not allowed there; remove it from the ExternalSecret");
        }
        boolean frozen = policy.immutable();
        FieldOwners ours = FieldOwners.of(existing.metadata(), Ownership.fieldManager(externalSecret.getName()));
        Map<String, byte[]> wanted = data(policy, desired, existing, ours);
        Map<String, byte[]> data = frozen ? existing.data() : wanted;
        String type = frozen || desired.type() == null ? existing.type() : desired.type();
        Boolean immutable = policy.immutable() ? Boolean.TRUE : existing.immutable();
        if (Boolean.TRUE.equals(existing.immutable())
                && !frozen
                && (!same(data, existing.data()) || !Objects.equals(type, existing.type()))) {
            return new TargetPlan.Refused(
                    TargetPlan.Refused.Cause.IMMUTABLE,
                    "could not update secret, target is immutable: unable to update secret " + policy.name()
                            + ": secret is immutable; keys that differ: "
                            + KeyChanges.between(existing.data(), data).all()
                            + "; delete the Secret so that it is written anew");
        }
        ObjectMeta metadata = metadata(externalSecret, policy, desired, existing.metadata(), ours, frozen, data);
        KeyChanges changes = KeyChanges.between(existing.data(), data);
        Optional<String> stale = frozen ? stale(existing.data(), wanted) : Optional.empty();
        if (changes.isEmpty()
                && Objects.equals(type, existing.type())
                && Objects.equals(immutable, existing.immutable())
                && sameMetadata(metadata, existing.metadata())) {
            return new TargetPlan.Unchanged(stale);
        }
        KubeSecret secret = KubeSecret.of(metadata, data, type, immutable);
        return TargetSize.checked(secret, new TargetPlan.Update(secret, changes, stale));
    }

    /** Refuses a target that is somebody else's. */
    static TargetPlan.@Nullable Refused ownedByOther(
            ObjectMeta externalSecret, TargetPolicy policy, Optional<OwnerReference> controller) {
        if (controller.isEmpty()) {
            return null;
        }
        OwnerReference owner = controller.get();
        if (Ownership.isExternalSecret(owner)) {
            return owner.getName().equals(externalSecret.getName())
                    ? null
                    : new TargetPlan.Refused(
                            TargetPlan.Refused.Cause.OWNED_BY_OTHER,
                            "target is owned by another ExternalSecret: " + owner.getName()
                                    + "; choose another spec.target.name, or creationPolicy Merge on both");
        }
        return policy.creation() != TargetPolicy.Creation.Owner
                ? null
                : new TargetPlan.Refused(
                        TargetPlan.Refused.Cause.FOREIGN_CONTROLLER,
                        "failed to take ownership of target secret: " + policy.name() + " is controlled by "
                                + owner.getKind() + " " + owner.getName()
                                + "; choose another spec.target.name, or creationPolicy Merge");
    }

    private static Map<String, byte[]> data(
            TargetPolicy policy, DesiredTarget desired, KubeSecret existing, FieldOwners ours) {
        Map<String, byte[]> data = new LinkedHashMap<>();
        if (policy.creation().keepsForeignKeys()) {
            data.putAll(existing.data());
            data.keySet().removeAll(ours.data());
        }
        data.putAll(desired.data());
        return data;
    }

    private static ObjectMeta metadata(
            ObjectMeta externalSecret,
            TargetPolicy policy,
            DesiredTarget desired,
            ObjectMeta existing,
            FieldOwners ours,
            boolean frozen,
            Map<String, byte[]> data) {
        Map<String, String> labels = copy(existing.getLabels());
        Map<String, String> annotations = copy(existing.getAnnotations());
        List<String> finalizers =
                existing.getFinalizers() == null ? new ArrayList<>() : new ArrayList<>(existing.getFinalizers());
        if (!frozen) {
            labels.keySet().removeAll(ours.labels());
            annotations.keySet().removeAll(ours.annotations());
            labels.putAll(desired.metadata().labels());
            annotations.putAll(desired.metadata().annotations());
            if (existing.getDeletionTimestamp() == null) {
                desired.metadata().finalizers().stream()
                        .filter(f -> !finalizers.contains(f))
                        .forEach(finalizers::add);
            }
        }
        bookkeeping(externalSecret, policy, labels, annotations, data);
        return new ObjectMetaBuilder(existing)
                .withLabels(labels)
                .withAnnotations(annotations)
                .withFinalizers(finalizers)
                .withOwnerReferences(owners(externalSecret, policy, existing))
                .withManagedFields(List.of())
                .build();
    }

    private static List<OwnerReference> owners(ObjectMeta externalSecret, TargetPolicy policy, ObjectMeta existing) {
        List<OwnerReference> owners = new ArrayList<>();
        OwnerReference own = Ownership.reference(externalSecret);
        boolean placed = false;
        if (existing.getOwnerReferences() != null) {
            for (OwnerReference owner : existing.getOwnerReferences()) {
                boolean ours =
                        Ownership.isExternalSecret(owner) && owner.getName().equals(own.getName());
                if (!ours) {
                    owners.add(owner);
                } else if (policy.creation() == TargetPolicy.Creation.Owner && !placed) {
                    owners.add(own);
                    placed = true;
                }
            }
        }
        if (policy.creation() == TargetPolicy.Creation.Owner && !placed) {
            owners.add(own);
        }
        return owners;
    }

    private static void bookkeeping(
            ObjectMeta externalSecret,
            TargetPolicy policy,
            Map<String, String> labels,
            Map<String, String> annotations,
            Map<String, byte[]> data) {
        if (policy.creation() == TargetPolicy.Creation.Owner) {
            labels.put(
                    Ownership.CREATOR_LABEL,
                    Ownership.creatorHash(externalSecret.getNamespace(), externalSecret.getName()));
        } else {
            labels.remove(Ownership.CREATOR_LABEL);
        }
        labels.put(Ownership.MANAGED_LABEL, "true");
        annotations.put(Ownership.HASH_ANNOTATION, ObjectHash.ofData(data));
    }

    private static Optional<String> stale(Map<String, byte[]> existing, Map<String, byte[]> wanted) {
        KeyChanges changes = KeyChanges.between(existing, wanted);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("the target is immutable and its data is older than the source; keys that differ: "
                        + String.join(", ", changes.all()));
    }

    private static boolean same(Map<String, byte[]> a, Map<String, byte[]> b) {
        return a.size() == b.size()
                && a.entrySet().stream().allMatch(e -> Arrays.equals(e.getValue(), b.get(e.getKey())));
    }

    private static boolean sameMetadata(ObjectMeta a, ObjectMeta b) {
        return copy(a.getLabels()).equals(copy(b.getLabels()))
                && copy(a.getAnnotations()).equals(copy(b.getAnnotations()))
                && Objects.equals(a.getFinalizers(), b.getFinalizers() == null ? List.of() : b.getFinalizers())
                && Objects.equals(
                        a.getOwnerReferences(), b.getOwnerReferences() == null ? List.of() : b.getOwnerReferences());
    }

    private static Map<String, String> copy(@Nullable Map<String, String> map) {
        return map == null ? new LinkedHashMap<>() : new LinkedHashMap<>(map);
    }
}
