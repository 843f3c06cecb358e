package dev.eso4j.core;

import java.util.SortedSet;

/**
 * What a pass did, or would do, for one ExternalSecret.
 *
 * @param namespace the namespace
 * @param externalSecret the ExternalSecret's name
 * @param target the target Secret's name
 * @param action what happened to the target
 * @param message what the Ready condition says; for failures with cause and fix, and never with a value
 * @param changedKeys names of the keys that come, change or go
 */
public record TargetResult(
        String namespace,
        String externalSecret,
        String target,
        Action action,
        String message,
        SortedSet<String> changedKeys) {
    /** What happens to a target. */
    public enum Action {
        /** It is created. */
        CREATED,
        /** It is changed. */
        UPDATED,
        /** It is right, or not due. */
        UNCHANGED,
        /** It is deleted. */
        DELETED,
        /** It is left alone, because the ExternalSecret belongs to another operator. */
        IGNORED,
        /** It is left alone, because something failed. */
        FAILED
    }
}
