package dev.eso4j.core.render;

import java.util.List;
import java.util.Map;

/**
 * What the templates for a target that is no Secret came to, before it is laid over the target.
 *
 * @param copied fetched keys that go into the target as they are
 * @param metadata labels, annotations and finalizers that were not rendered
 * @param parts the outputs of the templates, in their order; never shown by {@code toString}
 */
public record RenderedManifest(Map<String, byte[]> copied, DesiredTarget.Metadata metadata, List<Part> parts) {
    /** The output of one template. */
    record Part(TemplateItem item, byte[] output) {}

    /** Returns what tells this from another rendering. */
    public String hash() {
        return ManifestRenderer.hash(this);
    }

    @Override
    public String toString() {
        return "RenderedManifest[copied=" + copied.keySet() + ", parts=" + parts.size() + "]";
    }
}
