package dev.eso4j.core.cluster;

import org.jspecify.annotations.Nullable;

/**
 * What must still be true of an object for it to be deleted.
 *
 * @param uid its uid; {@code null} does not matter
 * @param resourceVersion its resourceVersion; {@code null} does not matter
 */
public record Preconditions(@Nullable String uid, @Nullable String resourceVersion) {
    /** Returns the preconditions that are always met. */
    public static Preconditions none() {
        return new Preconditions(null, null);
    }
}
