package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metadata of the target.
 *
 * @param annotations Annotations for the target. Values are templates, names are taken as they are.
 * @param labels Labels for the target. Values are templates, names are taken as they are.
 * @param finalizers Finalizers to add to the Secret. They are never removed again.
 */
@ModelRecord
public record ExternalSecretTemplateMetadata(
        Map<String, String> annotations, Map<String, String> labels, List<String> finalizers) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretTemplateMetadata {
        annotations = annotations == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        finalizers = finalizers == null ? List.of() : List.copyOf(finalizers);
    }
}
