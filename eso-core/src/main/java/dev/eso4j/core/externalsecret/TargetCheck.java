package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.ObjectHash;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.render.DesiredTarget;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.render.TargetRenderer;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges targets by their digest, so that one that is right costs no read. Thread-safe.
 *
 * <p>For targets that others write into as well the digest alone cannot tell; for those it is remembered which version
 * was last found right for which desired target.
 */
final class TargetCheck {
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();
    /** Labels and annotations that templates gave; who has none is not in it. */
    private final Map<String, Rendered> rendered = new ConcurrentHashMap<>();

    /** Returns whether the target still is what the last sync left, as far as that can be seen without fetching. */
    static boolean valid(
            ExternalSecret externalSecret,
            TargetPolicy policy,
            DesiredTarget.@Nullable Metadata metadata,
            @Nullable SecretDigest digest) {
        if (policy.creation() == TargetPolicy.Creation.Orphan || policy.creation() == TargetPolicy.Creation.None) {
            return true;
        }
        if (digest == null) {
            return leftAbsent(externalSecret, Conditions.SECRET);
        }
        Map<String, String> labels = digest.metadata().getLabels();
        Map<String, String> annotations = digest.metadata().getAnnotations();
        if (labels == null
                || annotations == null
                || !"true".equals(labels.get(Ownership.MANAGED_LABEL))
                || !digest.dataHash().equals(annotations.get(Ownership.HASH_ANNOTATION))) {
            return false;
        }
        // What has been asked for since the last sync was never written, so its absence is no damage.
        boolean asSynced = RefreshDecision.syncedVersion(externalSecret)
                .equals(StatusChange.old(externalSecret).syncedResourceVersion());
        return owned(externalSecret, policy, digest) && (policy.immutable() || !asSynced || carries(digest, metadata));
    }

    /** Returns whether writing {@code desired} would change nothing, as far as the digest can tell. */
    boolean unchanged(
            ExternalSecret externalSecret, TargetPolicy policy, DesiredTarget desired, @Nullable SecretDigest digest) {
        if (digest == null || !valid(externalSecret, policy, desired.metadata(), digest)) {
            return false;
        }
        Verified known = verified.get(key(externalSecret));
        if (known != null && known.equals(of(digest, desired))) {
            return true;
        }
        String synced = StatusChange.old(externalSecret).syncedResourceVersion();
        Map<String, String> annotations = digest.metadata().getAnnotations();
        return policy.creation() == TargetPolicy.Creation.Owner
                && !policy.immutable()
                && !digest.immutable()
                && RefreshDecision.syncedVersion(externalSecret).equals(synced)
                && (annotations == null || !annotations.containsKey(Ownership.LAST_APPLIED))
                && (desired.type() == null || desired.type().equals(digest.type()))
                && digest.dataHash().equals(ObjectHash.ofData(desired.data()));
    }

    /** Remembers that a target was found right by reading it whole. */
    void verified(ExternalSecret externalSecret, DesiredTarget desired, SecretDigest digest) {
        verified.put(key(externalSecret), of(digest, desired));
    }

    /** Remembers what the metadata of a target came to. */
    void rendered(ExternalSecret externalSecret, DesiredTarget.Metadata metadata) {
        if (TargetRenderer.template(externalSecret) != null) {
            rendered.put(key(externalSecret), new Rendered(RefreshDecision.syncedVersion(externalSecret), metadata));
        }
    }

    /** Returns the metadata that a target should have: as it was rendered last, or {@code literal} where it was not. */
    DesiredTarget.Metadata expected(ExternalSecret externalSecret, DesiredTarget.Metadata literal) {
        Rendered last = rendered.get(key(externalSecret));
        return last != null && last.version().equals(RefreshDecision.syncedVersion(externalSecret))
                ? last.metadata()
                : literal;
    }

    /** Forgets an ExternalSecret. */
    void forget(String namespace, String name) {
        verified.remove(namespace + "/" + name);
        rendered.remove(namespace + "/" + name);
    }

    /** A sync that rightly left no target is not undone by there being none. */
    static boolean leftAbsent(ExternalSecret externalSecret, Conditions.Reasons reasons) {
        return Conditions.ready(externalSecret.getStatus())
                .filter(c -> c.status().equals("True"))
                .filter(c -> reasons.deleted().equals(c.reason())
                        || reasons.missing().equals(c.reason())
                        || ExternalSecretSync.RETAINED.equals(c.message()))
                .isPresent();
    }

    private static boolean owned(ExternalSecret externalSecret, TargetPolicy policy, SecretDigest digest) {
        if (policy.creation() != TargetPolicy.Creation.Owner) {
            return true;
        }
        ObjectMeta metadata = externalSecret.getMetadata();
        return Ownership.isController(metadata, digest.metadata())
                && Ownership.creatorHash(metadata.getNamespace(), metadata.getName())
                        .equals(digest.metadata().getLabels().get(Ownership.CREATOR_LABEL));
    }

    private static boolean carries(SecretDigest digest, DesiredTarget.@Nullable Metadata metadata) {
        return metadata == null
                || digest.metadata()
                                .getLabels()
                                .entrySet()
                                .containsAll(
                                        without(metadata.labels(), Ownership.MANAGED_LABEL, Ownership.CREATOR_LABEL)
                                                .entrySet())
                        && digest.metadata()
                                .getAnnotations()
                                .entrySet()
                                .containsAll(without(metadata.annotations(), Ownership.HASH_ANNOTATION, "")
                                        .entrySet());
    }

    /** Bookkeeping wins over whatever a manifest says under the same names. */
    private static Map<String, String> without(Map<String, String> map, String one, String other) {
        if (!map.containsKey(one) && !map.containsKey(other)) {
            return map;
        }
        Map<String, String> out = new java.util.HashMap<>(map);
        out.remove(one);
        out.remove(other);
        return out;
    }

    private static Verified of(SecretDigest digest, DesiredTarget desired) {
        return new Verified(
                String.valueOf(digest.metadata().getResourceVersion()),
                ObjectHash.ofData(desired.data()),
                ObjectHash.ofMetadata(
                        desired.metadata().annotations(), desired.metadata().labels()),
                Optional.ofNullable(desired.type()));
    }

    private static String key(ExternalSecret externalSecret) {
        return externalSecret.getMetadata().getNamespace() + "/"
                + externalSecret.getMetadata().getName();
    }

    private record Rendered(String version, DesiredTarget.Metadata metadata) {}

    private record Verified(String version, String data, String metadata, Optional<String> type) {}
}
