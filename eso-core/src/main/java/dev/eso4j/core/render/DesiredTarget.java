package dev.eso4j.core.render;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a target should look like as far as its ExternalSecret has a say.
 *
 * @param data the keys and values; never shown by {@code toString}
 * @param metadata labels, annotations and finalizers
 * @param type the type of the Secret; {@code null} leaves it
 */
public record DesiredTarget(
        Map<String, byte[]> data,
        Metadata metadata,
        @Nullable String type) {
    /**
     * Metadata that the ExternalSecret asks for, without the bookkeeping.
     *
     * @param labels labels
     * @param annotations annotations
     * @param finalizers finalizers to add
     */
    public record Metadata(Map<String, String> labels, Map<String, String> annotations, List<String> finalizers) {}

    @Override
    public String toString() {
        return "DesiredTarget[keys=" + data.keySet() + ", type=" + type + "]";
    }
}
