package dev.eso4j.core.apply;

import dev.eso4j.core.cluster.ResourceType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Targets that are no Secrets: what is known of them, and their writes. Thread-safe. */
public interface ManifestTargets {
    /**
     * Returns the type of a kind.
     *
     * @return nothing if the cluster has no such kind
     * @throws GenericTargetException if targets of that kind are not allowed
     */
    Optional<ResourceType<GenericKubernetesResource>> type(String apiVersion, String kind);

    /** Has changes of targets of that kind noticed from now on, for an ExternalSecret that writes one. */
    void follow(ResourceType<GenericKubernetesResource> type, String namespace, String externalSecret);

    /** Returns the other kinds that the ExternalSecret has written since this was started. */
    List<ResourceType<GenericKubernetesResource>> formerly(
            String namespace, String externalSecret, Optional<ResourceType<GenericKubernetesResource>> now);

    /** Forgets an ExternalSecret, or what kinds it has written but {@code now}. */
    void forget(String namespace, String externalSecret, Optional<ResourceType<GenericKubernetesResource>> now);

    /** Returns what is known of a managed object; one without the managed label may be unknown. */
    Optional<ObjectMeta> known(ResourceType<GenericKubernetesResource> type, String namespace, String name);

    /** Returns the object as it is now. */
    Optional<GenericKubernetesResource> read(
            ResourceType<GenericKubernetesResource> type, String namespace, String name);

    /** Returns what is known of the managed objects of a namespace that carry this creator hash. */
    List<ObjectMeta> createdBy(ResourceType<GenericKubernetesResource> type, String namespace, String creatorHash);

    /** Applies fields of an object and returns its metadata as stored. */
    ObjectMeta apply(ResourceType<GenericKubernetesResource> type, GenericKubernetesResource object, String manager);

    /** Changes exactly this state of an object by a merge patch. */
    void patch(ResourceType<GenericKubernetesResource> type, ObjectMeta object, Map<String, Object> patch);

    /** Deletes exactly this object; one that is gone is fine. */
    void delete(ResourceType<GenericKubernetesResource> type, ObjectMeta object);
}
