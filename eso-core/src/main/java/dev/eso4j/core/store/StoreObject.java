package dev.eso4j.core.store;

import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.api.store.SecretStoreStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * A SecretStore or ClusterSecretStore; which of the two, the Java type says and never a decoded field.
 *
 * @param clusterScoped whether it is a ClusterSecretStore
 * @param metadata its metadata
 * @param spec its specification
 * @param status its status, if it has one
 */
public record StoreObject(
        boolean clusterScoped,
        ObjectMeta metadata,
        SecretStoreSpec spec,
        @Nullable SecretStoreStatus status) {
    /** Returns a SecretStore. */
    public static StoreObject of(SecretStore store) {
        return new StoreObject(false, store.getMetadata(), store.getSpec(), store.getStatus());
    }

    /** Returns a ClusterSecretStore. */
    public static StoreObject of(ClusterSecretStore store) {
        return new StoreObject(true, store.getMetadata(), store.getSpec(), store.getStatus());
    }

    /** Returns the kind. */
    public String kind() {
        return clusterScoped ? "ClusterSecretStore" : "SecretStore";
    }

    /** Returns the identity of this store when {@code consumerNamespace} uses it; empty when nobody in particular does. */
    public StoreIdentity identity(String consumerNamespace) {
        return new StoreIdentity(
                kind(),
                clusterScoped ? null : metadata.getNamespace(),
                metadata.getName(),
                metadata.getUid() == null ? "" : metadata.getUid(),
                metadata.getGeneration() == null ? 0 : metadata.getGeneration(),
                consumerNamespace);
    }

    /** Returns the store as providers see it. */
    public StoreSpec forProvider(String consumerNamespace) {
        return new StoreSpec(identity(consumerNamespace), spec);
    }
}
