package dev.eso4j.core.plan;

import dev.eso4j.core.cluster.ObjectHash;
import dev.eso4j.core.render.DesiredManifest;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a target that is no Secret should be with what it is. Pure and thread-safe.
 *
 * <p>Only the fields that the ExternalSecret asks for are compared and applied; all others are whoever's they are. What
 * it once applied and asks for no more goes, since the server knows who applied what.
 */
public final class ManifestPlanner {
    /**
     * Returns the plan.
     *
     * @param apiVersion of the target
     * @param kind of the target
     * @param existing the target as it is, or {@code null}
     */
    public ManifestPlan plan(
            ObjectMeta externalSecret,
            TargetPolicy policy,
            String apiVersion,
            String kind,
            DesiredManifest desired,
            @Nullable GenericKubernetesResource existing) {
        if (existing != null) {
            TargetPlan.Refused refusal =
                    TargetPlanner.ownedByOther(externalSecret, policy, Ownership.controller(existing.getMetadata()));
            if (refusal != null) {
                return new ManifestPlan.Refused(refusal.message());
            }
        }
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(metadata(externalSecret, policy, desired, existing));
        desired.content().forEach(object::setAdditionalProperty);
        Map<String, Object> before =
                existing == null ? Map.of() : leftovers(externalSecret, policy, existing.getMetadata());
        return existing != null && before.isEmpty() && is(object, existing)
                ? new ManifestPlan.Unchanged()
                : new ManifestPlan.Apply(object, before);
    }

    private static ObjectMeta metadata(
            ObjectMeta externalSecret,
            TargetPolicy policy,
            DesiredManifest desired,
            @Nullable GenericKubernetesResource existing) {
        boolean owner = policy.creation() == TargetPolicy.Creation.Owner;
        Map<String, String> labels = new LinkedHashMap<>(desired.metadata().labels());
        labels.remove(Ownership.CREATOR_LABEL);
        labels.put(Ownership.MANAGED_LABEL, "true");
        if (owner) {
            labels.put(
                    Ownership.CREATOR_LABEL,
                    Ownership.creatorHash(externalSecret.getNamespace(), externalSecret.getName()));
        }
        Map<String, String> annotations = new LinkedHashMap<>(desired.metadata().annotations());
        annotations.put(Ownership.HASH_ANNOTATION, hash(desired.content()));
        boolean dying = existing != null && existing.getMetadata().getDeletionTimestamp() != null;
        return new ObjectMetaBuilder()
                .withNamespace(externalSecret.getNamespace())
                .withName(policy.name())
                // Nobody's object that has come in its place meanwhile.
                .withUid(existing == null ? null : existing.getMetadata().getUid())
                .withLabels(labels)
                .withAnnotations(annotations)
                .withFinalizers(dying ? List.of() : desired.metadata().finalizers())
                .withOwnerReferences(owner ? List.of(Ownership.reference(externalSecret)) : List.of())
                .build();
    }

    /**
     * A reference to us that is wrong now: to an ExternalSecret of our name that is gone, or at all if we own no longer.
     * Whoever applies takes off only what he applied, and this may come from another operator or a backup; the server
     * takes no second controller beside it.
     */
    private static Map<String, Object> leftovers(ObjectMeta externalSecret, TargetPolicy policy, ObjectMeta existing) {
        boolean owner = policy.creation() == TargetPolicy.Creation.Owner;
        List<OwnerReference> kept = owners(existing).stream()
                .filter(o -> !Ownership.isExternalSecret(o)
                        || !o.getName().equals(externalSecret.getName())
                        || owner && Objects.equals(o.getUid(), externalSecret.getUid()))
                .toList();
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (kept.size() < owners(existing).size()) {
            metadata.put("ownerReferences", kept);
        }
        String creator = Ownership.creatorHash(externalSecret.getNamespace(), externalSecret.getName());
        if (!owner
                && existing.getLabels() != null
                && creator.equals(existing.getLabels().get(Ownership.CREATOR_LABEL))) {
            Map<String, @Nullable Object> labels = new LinkedHashMap<>();
            labels.put(Ownership.CREATOR_LABEL, null);
            metadata.put("labels", labels);
        }
        if (metadata.isEmpty()) {
            return Map.of();
        }
        metadata.put("uid", existing.getUid());
        metadata.put("resourceVersion", existing.getResourceVersion());
        return Map.of("metadata", metadata);
    }

    private static boolean is(GenericKubernetesResource wanted, GenericKubernetesResource existing) {
        ObjectMeta there = existing.getMetadata();
        ObjectMeta asked = wanted.getMetadata();
        return contains(there.getLabels(), asked.getLabels())
                && contains(there.getAnnotations(), asked.getAnnotations())
                && contains(existing.getAdditionalProperties(), wanted.getAdditionalProperties())
                && there.getFinalizers().containsAll(asked.getFinalizers())
                && owners(there).containsAll(owners(asked));
    }

    private static List<OwnerReference> owners(ObjectMeta metadata) {
        return metadata.getOwnerReferences() == null ? List.of() : metadata.getOwnerReferences();
    }

    /** What the server adds, even inside the elements of lists, is its own. */
    static boolean contains(@Nullable Object there, @Nullable Object wanted) {
        if (wanted instanceof Map<?, ?> members) {
            Map<?, ?> all = there instanceof Map<?, ?> map ? map : Map.of();
            return (there instanceof Map || members.isEmpty())
                    && members.entrySet().stream().allMatch(e -> contains(all.get(e.getKey()), e.getValue()));
        }
        if (wanted instanceof List<?> elements) {
            if (!(there instanceof List<?> all) || all.size() != elements.size()) {
                return false;
            }
            for (int i = 0; i < elements.size(); i++) {
                if (!contains(all.get(i), elements.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (there instanceof Number a && wanted instanceof Number b) {
            return new java.math.BigDecimal(a.toString()).compareTo(new java.math.BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(there, wanted);
    }

    private static String hash(Map<String, @Nullable Object> content) {
        return ObjectHash.ofText(sorted(content).toString());
    }

    /** The order in which templates fill an object says nothing. */
    private static Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new TreeMap<>();
            map.forEach((key, member) -> members.put(String.valueOf(key), sorted(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ManifestPlanner::sorted).toList();
        }
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }
}
