package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.spi.InvalidRequestException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a push, {@code metadata.spec} of its entry.
 *
 * @param labels labels to set
 * @param annotations annotations to set
 * @param sourceMergePolicy how they combine with those of the source: {@code Merge} (default) or {@code Replace}
 * @param targetMergePolicy how the result combines with what the target has: {@code Merge} (default), {@code Replace} or
 *     {@code Ignore}
 * @param remoteNamespace the namespace to write to, for cluster stores only
 */
record PushOptions(
        Map<String, String> labels,
        Map<String, String> annotations,
        String sourceMergePolicy,
        String targetMergePolicy,
        @Nullable String remoteNamespace) {

    /** The options of a push without metadata. */
    static final PushOptions DEFAULT = new PushOptions(Map.of(), Map.of(), "Merge", "Merge", null);

    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    PushOptions {
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        annotations = annotations == null ? Map.of() : Map.copyOf(annotations);
        sourceMergePolicy = sourceMergePolicy == null || sourceMergePolicy.isEmpty() ? "Merge" : sourceMergePolicy;
        targetMergePolicy = targetMergePolicy == null || targetMergePolicy.isEmpty() ? "Merge" : targetMergePolicy;
    }

    /** Refuses policies that are not known and a namespace where the store has one of its own. */
    void check(String key, boolean clusterScoped) {
        if (!sourceMergePolicy.equals("Merge") && !sourceMergePolicy.equals("Replace")) {
            throw new InvalidRequestException(
                    "push of " + key + ": metadata.spec.sourceMergePolicy is unknown", "use Merge or Replace");
        }
        if (!targetMergePolicy.equals("Merge")
                && !targetMergePolicy.equals("Replace")
                && !targetMergePolicy.equals("Ignore")) {
            throw new InvalidRequestException(
                    "push of " + key + ": metadata.spec.targetMergePolicy is unknown", "use Merge, Replace or Ignore");
        }
        if (remoteNamespace != null && !clusterScoped) {
            throw new InvalidRequestException(
                    "push of " + key + ": metadata.spec.remoteNamespace is for ClusterSecretStores only",
                    "set remoteNamespace in the SecretStore");
        }
    }
}
