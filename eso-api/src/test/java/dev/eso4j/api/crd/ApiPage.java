package dev.eso4j.api.crd;

import io.fabric8.kubernetes.client.CustomResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the reference.
 *
 * @param path where it is, below the folder of the reference
 * @param title its first heading
 * @param kind the kind that it is about; null for a provider
 * @param example the example manifest
 * @param roots the types that it begins with, by their path in a manifest
 */
record ApiPage(
        String path,
        String title,
        @Nullable Class<? extends CustomResource<?, ?>> kind,
        String example,
        Map<String, Class<?>> roots) {
    /** Returns the way from this page to another one. */
    String to(String other) {
        return path.contains("/") ? (other.contains("/") ? other.replaceFirst("^.*/", "") : "../" + other) : other;
    }
}
