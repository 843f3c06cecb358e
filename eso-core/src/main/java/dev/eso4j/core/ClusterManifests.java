package dev.eso4j.core;

import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.render.Ownership;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Targets that are no Secrets, asked of the cluster each time: for a single pass. Thread-safe. */
final class ClusterManifests implements ManifestTargets {
    private final Cluster cluster;
    private final GenericTargets allowed;

    ClusterManifests(Cluster cluster, GenericTargets allowed) {
        this.cluster = cluster;
        this.allowed = allowed;
    }

    @Override
    public Optional<ResourceType<GenericKubernetesResource>> type(String apiVersion, String kind) {
        return allowed.type(apiVersion, kind);
    }

    @Override
    public void follow(ResourceType<GenericKubernetesResource> type, String namespace, String externalSecret) {
        // A pass ends before anything can change.
    }

    @Override
    public List<ResourceType<GenericKubernetesResource>> formerly(
            String namespace, String externalSecret, Optional<ResourceType<GenericKubernetesResource>> now) {
        return List.of();
    }

    @Override
    public void forget(String namespace, String externalSecret, Optional<ResourceType<GenericKubernetesResource>> now) {
        // Nothing is remembered.
    }

    @Override
    public Optional<ObjectMeta> known(ResourceType<GenericKubernetesResource> type, String namespace, String name) {
        return cluster.get(type.metadataOnly(), namespace, name).map(PartialObjectMetadata::getMetadata);
    }

    @Override
    public Optional<GenericKubernetesResource> read(
            ResourceType<GenericKubernetesResource> type, String namespace, String name) {
        return cluster.get(type, namespace, name);
    }

    @Override
    public List<ObjectMeta> createdBy(
            ResourceType<GenericKubernetesResource> type, String namespace, String creatorHash) {
        List<ObjectMeta> found = new ArrayList<>();
        cluster.list(
                type.metadataOnly(),
                Selection.namespace(namespace).withLabels(Ownership.CREATOR_LABEL + "=" + creatorHash),
                object -> found.add(object.getMetadata()));
        return found;
    }

    @Override
    public ObjectMeta apply(
            ResourceType<GenericKubernetesResource> type, GenericKubernetesResource object, String manager) {
        return cluster.apply(type, object, manager).getMetadata();
    }

    @Override
    public void patch(ResourceType<GenericKubernetesResource> type, ObjectMeta object, Map<String, Object> patch) {
        cluster.patch(type, object.getNamespace(), object.getName(), patch, "eso4j");
    }

    @Override
    public void delete(ResourceType<GenericKubernetesResource> type, ObjectMeta object) {
        try {
            cluster.delete(type, object.getNamespace(), object.getName(), new Preconditions(object.getUid(), null));
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.NOT_FOUND) {
                throw e;
            }
        }
    }
}
