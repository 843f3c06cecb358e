package dev.eso4j.api.clusterexternalsecret;

import dev.eso4j.api.ModelRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Labels and annotations for each ExternalSecret of a ClusterExternalSecret.
 *
 * @param annotations Annotations to set.
 * @param labels Labels to set.
 */
@ModelRecord
public record ExternalSecretMetadata(Map<String, String> annotations, Map<String, String> labels) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretMetadata {
        annotations = annotations == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
