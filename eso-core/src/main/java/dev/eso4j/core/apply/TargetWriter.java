package dev.eso4j.core.apply;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.SecretDigest;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Optional;

/** Writes targets and keeps what is known about them in step. Thread-safe. */
public final class TargetWriter {
    private final Cluster cluster;
    private final TargetLookup targets;

    /** Creates a writer. */
    public TargetWriter(Cluster cluster, TargetLookup targets) {
        this.cluster = cluster;
        this.targets = targets;
    }

    /**
     * Creates a Secret.
     *
     * @throws dev.eso4j.core.cluster.ClusterException if that is not possible
     */
    public void create(KubeSecret secret, String fieldManager) {
        write(secret, () -> cluster.create(ResourceType.SECRETS, secret, ResourceType.SECRET_DIGESTS, fieldManager));
    }

    /** Replaces a Secret that still is as it was read. */
    public void update(KubeSecret secret, String fieldManager) {
        write(secret, () -> cluster.update(ResourceType.SECRETS, secret, ResourceType.SECRET_DIGESTS, fieldManager));
    }

    /** Deletes a Secret that still is the one that was read; one that is gone is as good. */
    public void delete(ObjectMeta secret) {
        targets.writing(secret.getNamespace(), secret.getName());
        try {
            cluster.delete(
                    ResourceType.SECRETS,
                    secret.getNamespace(),
                    secret.getName(),
                    new Preconditions(secret.getUid(), secret.getResourceVersion()));
            targets.deleted(secret.getNamespace(), secret.getName());
        } catch (dev.eso4j.core.cluster.ClusterException e) {
            if (e.reason() != dev.eso4j.core.cluster.ClusterException.Reason.NOT_FOUND) {
                throw e;
            }
        } finally {
            targets.written(secret.getNamespace(), secret.getName(), Optional.empty());
        }
    }

    private void write(KubeSecret secret, java.util.function.Supplier<SecretDigest> call) {
        ObjectMeta metadata = secret.metadata();
        Optional<SecretDigest> result = Optional.empty();
        targets.writing(metadata.getNamespace(), metadata.getName());
        try {
            result = Optional.of(call.get());
        } finally {
            targets.written(metadata.getNamespace(), metadata.getName(), result);
        }
    }
}
