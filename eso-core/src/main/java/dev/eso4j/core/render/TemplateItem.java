package dev.eso4j.core.render;

import org.jspecify.annotations.Nullable;

/**
 * One template and where its output goes.
 *
 * @param field where it stands in the manifest, for messages
 * @param key the key that its output fills, or that the template is known by
 * @param text the template
 * @param whole whether the output is a mapping of keys and values, rather than the value of {@code key}
 * @param target what is filled: {@code Data}, {@code Labels}, {@code Annotations}, or a path
 * @param decoding how values are decoded, if at all
 */
record TemplateItem(
        String field,
        String key,
        byte[] text,
        boolean whole,
        String target,
        @Nullable String decoding) {
    static final String DATA = "Data";
    static final String LABELS = "Labels";
    static final String ANNOTATIONS = "Annotations";

    /** Returns whether the text comes out of a Secret. */
    boolean secret() {
        return field.contains("].secret.items[");
    }

    boolean fills(String name) {
        return target.equalsIgnoreCase(name);
    }
}
