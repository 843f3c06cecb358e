package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ManifestReference;
import dev.eso4j.core.apply.GenericTargetException;
import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.apply.TargetWriter;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.render.ManifestRenderer;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetPolicy;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What remains to be done when an ExternalSecret is deleted. Targets that it owns are the garbage collector's; a finalizer
 * that the existing operator has set is honoured and taken off, and none is ever added.
 */
public final class ExternalSecretFarewell {
    /** The finalizer of the existing operator. */
    public static final String FINALIZER = "externalsecrets.external-secrets.io/externalsecret-cleanup";

    private static final Logger log = LoggerFactory.getLogger(ExternalSecretFarewell.class);

    private final Cluster cluster;
    private final TargetLookup targets;
    private final TargetWriter writer;
    private final ManifestTargets manifests;

    /** Creates the farewell. */
    public ExternalSecretFarewell(
            Cluster cluster, TargetLookup targets, TargetWriter writer, ManifestTargets manifests) {
        this.cluster = cluster;
        this.targets = targets;
        this.writer = writer;
        this.manifests = manifests;
    }

    /** Deletes the target if the policy says so and it is ours, then takes the finalizer off. */
    public void finish(ExternalSecret externalSecret) {
        ObjectMeta metadata = externalSecret.getMetadata();
        List<String> finalizers = metadata.getFinalizers();
        if (finalizers == null || !finalizers.contains(FINALIZER)) {
            return;
        }
        if (externalSecret.getSpec().target() != null
                && "Delete".equals(externalSecret.getSpec().target().deletionPolicy())) {
            String target = TargetPolicy.of(externalSecret).name();
            ManifestReference manifest = ManifestRenderer.manifest(externalSecret);
            if (manifest == null) {
                targets.read(metadata.getNamespace(), target)
                        .map(KubeSecret::metadata)
                        .filter(s -> Ownership.isController(metadata, s))
                        .ifPresent(writer::delete);
            } else {
                delete(metadata, manifest, target);
            }
        }
        List<String> rest = new ArrayList<>(finalizers);
        rest.remove(FINALIZER);
        try {
            // With the version, so that a finalizer that somebody adds at the same time is not lost.
            cluster.patch(
                    ResourceType.EXTERNAL_SECRETS,
                    metadata.getNamespace(),
                    metadata.getName(),
                    Map.of("metadata", Map.of("finalizers", rest, "resourceVersion", metadata.getResourceVersion())),
                    "eso4j");
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void delete(ObjectMeta externalSecret, ManifestReference manifest, String target) {
        try {
            manifests
                    .type(manifest.apiVersion(), manifest.kind())
                    .ifPresent(type -> manifests
                            .read(type, externalSecret.getNamespace(), target)
                            .map(GenericKubernetesResource::getMetadata)
                            .filter(o -> Ownership.isController(externalSecret, o))
                            .ifPresent(o -> manifests.delete(type, o)));
        } catch (GenericTargetException e) {
            // What may not be written is not deleted either, and must not keep the ExternalSecret from going.
            log.warn(
                    "{}/{}: its target stays: {}",
                    externalSecret.getNamespace(),
                    externalSecret.getName(),
                    e.getMessage());
        }
    }
}
