package dev.eso4j.api.spi;

import java.util.Map;

/**
 * What the source Secret of a push has besides its data.
 *
 * @param type the type of the Secret; empty if there is none
 * @param labels its labels
 * @param annotations its annotations
 */
public record PushSource(String type, Map<String, String> labels, Map<String, String> annotations) {
    /** A source without type, labels and annotations. */
    public static final PushSource NONE = new PushSource("", Map.of(), Map.of());

    /** Copies the maps. */
    public PushSource {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
