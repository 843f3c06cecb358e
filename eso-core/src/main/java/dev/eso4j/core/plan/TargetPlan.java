package dev.eso4j.core.plan;

import dev.eso4j.core.cluster.KubeSecret;
import java.util.Optional;

/** What is to be done to a target. */
public sealed interface TargetPlan {
    /**
     * Create it.
     *
     * @param secret the whole Secret
     * @param changes the keys it gets
     */
    record Create(KubeSecret secret, KeyChanges changes) implements TargetPlan {}

    /**
     * Replace it.
     *
     * @param secret the whole Secret, with the resourceVersion that must still be current
     * @param changes the keys that change; empty if only metadata does
     * @param stale what a person should know about data that is left although the source has other, if anything
     */
    record Update(KubeSecret secret, KeyChanges changes, Optional<String> stale) implements TargetPlan {}

    /**
     * Leave it.
     *
     * @param stale what a person should know about data that is left although the source has other, if anything
     */
    record Unchanged(Optional<String> stale) implements TargetPlan {}

    /**
     * Leave it, because it may not be written.
     *
     * @param cause why
     * @param message the literal text that tools rely on, then cause and fix
     */
    record Refused(Cause cause, String message) implements TargetPlan {
        /** Why a target may not be written. */
        public enum Cause {
            /** It belongs to another ExternalSecret. */
            OWNED_BY_OTHER,
            /** It is controlled by something else. */
            FOREIGN_CONTROLLER,
            /** Its data is frozen. */
            IMMUTABLE,
            /** It would have more data than a Secret can have. */
            TOO_LARGE,
            /** It would become the token of a service account that the manifest names. */
            SERVICE_ACCOUNT_TOKEN
        }
    }
}
