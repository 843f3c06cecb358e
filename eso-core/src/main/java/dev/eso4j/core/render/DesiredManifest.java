package dev.eso4j.core.render;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a target that is no Secret should look like as far as its ExternalSecret has a say.
 *
 * @param content the fields to set, without metadata; never shown by {@code toString}
 * @param metadata labels, annotations and finalizers
 */
public record DesiredManifest(Map<String, @Nullable Object> content, DesiredTarget.Metadata metadata) {
    @Override
    public String toString() {
        return "DesiredManifest[fields=" + content.keySet() + "]";
    }

    static DesiredManifest of(Map<String, @Nullable Object> filled, List<String> finalizers) {
        Object metadata = filled.remove("metadata");
        return new DesiredManifest(
                filled,
                new DesiredTarget.Metadata(texts(metadata, "labels"), texts(metadata, "annotations"), finalizers));
    }

    @SuppressWarnings("unchecked") // Labels and annotations were filled as texts.
    private static Map<String, String> texts(@Nullable Object metadata, String name) {
        return metadata instanceof Map<?, ?> members && members.get(name) instanceof Map<?, ?> texts
                ? (Map<String, String>) texts
                : Map.of();
    }
}
