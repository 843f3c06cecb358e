package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.apply.TargetWriter;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.render.Ownership;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Optional;

/**
 * Removes what an ExternalSecret made under another name or as another kind, once its target has been written: a change of
 * either never leaves the application without one. Thread-safe.
 */
final class Orphans {
    private final TargetLookup secrets;
    private final TargetWriter writer;
    private final ManifestTargets manifests;
    private final ExternalSecretEvents events;

    Orphans(TargetLookup secrets, TargetWriter writer, ManifestTargets manifests, ExternalSecretEvents events) {
        this.secrets = secrets;
        this.writer = writer;
        this.manifests = manifests;
        this.events = events;
    }

    /** Removes all Secrets but that of this name, and all objects of other kinds. */
    void removeBut(ExternalSecret externalSecret, String secret) {
        secrets(externalSecret, secret);
        formerKinds(externalSecret, Optional.empty());
    }

    /** Removes all objects of this kind but that of this name, and all of other kinds. */
    void removeBut(ExternalSecret externalSecret, ResourceType<GenericKubernetesResource> type, String name) {
        ofKind(externalSecret, type, name);
        secrets(externalSecret, "");
        formerKinds(externalSecret, Optional.of(type));
    }

    private void formerKinds(ExternalSecret externalSecret, Optional<ResourceType<GenericKubernetesResource>> now) {
        String namespace = externalSecret.getMetadata().getNamespace();
        String name = externalSecret.getMetadata().getName();
        var formerly = manifests.formerly(namespace, name, now);
        if (!formerly.isEmpty()) {
            formerly.forEach(type -> ofKind(externalSecret, type, ""));
            manifests.forget(namespace, name, now);
        }
    }

    private void secrets(ExternalSecret externalSecret, String kept) {
        ObjectMeta about = externalSecret.getMetadata();
        for (SecretDigest orphan : secrets.createdBy(about.getNamespace(), creator(about))) {
            if (!orphan.metadata().getName().equals(kept) && Ownership.isController(about, orphan.metadata())) {
                writer.delete(orphan.metadata());
                events.deleted(externalSecret, "secret deleted because it was orphaned");
            }
        }
    }

    private void ofKind(ExternalSecret externalSecret, ResourceType<GenericKubernetesResource> type, String kept) {
        ObjectMeta about = externalSecret.getMetadata();
        for (ObjectMeta orphan : manifests.createdBy(type, about.getNamespace(), creator(about))) {
            if (!orphan.getName().equals(kept) && Ownership.isController(about, orphan)) {
                manifests.delete(type, orphan);
                events.deleted(externalSecret, "Deleted " + type.kind() + " " + orphan.getName());
            }
        }
    }

    private static String creator(ObjectMeta externalSecret) {
        return Ownership.creatorHash(externalSecret.getNamespace(), externalSecret.getName());
    }
}
