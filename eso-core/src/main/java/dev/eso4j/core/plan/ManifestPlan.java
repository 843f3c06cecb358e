package dev.eso4j.core.plan;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/** What is to be done to a target that is no Secret. */
public sealed interface ManifestPlan {
    /**
     * Apply it.
     *
     * @param object the fields to set, with the uid of the object that they are meant for, if there is one
     */
    record Apply(GenericKubernetesResource object) implements ManifestPlan {}

    /** Leave it: it is as it should be. */
    record Unchanged() implements ManifestPlan {}

    /**
     * Leave it, because it is somebody else's.
     *
     * @param message cause and fix
     */
    record Refused(String message) implements ManifestPlan {}
}
