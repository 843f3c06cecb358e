package dev.eso4j.core.plan;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Map;

/** What is to be done to a target that is no Secret. */
public sealed interface ManifestPlan {
    /**
     * Apply it.
     *
     * @param object the fields to set, with the uid of the object that they are meant for, if there is one
     * @param before a merge patch that comes first: what applying cannot take off, since another manager once set it for
     *     us; empty as a rule
     */
    record Apply(GenericKubernetesResource object, Map<String, Object> before) implements ManifestPlan {}

    /** Leave it: it is as it should be. */
    record Unchanged() implements ManifestPlan {}

    /**
     * Leave it, because it is somebody else's.
     *
     * @param message cause and fix
     */
    record Refused(String message) implements ManifestPlan {}
}
