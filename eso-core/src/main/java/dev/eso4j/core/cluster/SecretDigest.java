package dev.eso4j.core.cluster;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a Secret: its metadata and a digest of its data, calculated while the data streams by.
 *
 * @param metadata the metadata, without managedFields
 * @param dataHash the {@linkplain ObjectHash#ofData object hash} of the data
 * @param immutable whether the API server refuses changes of the data
 * @param type the type
 */
public record SecretDigest(
        ObjectMeta metadata,
        String dataHash,
        boolean immutable,
        @Nullable String type) {
    /** Returns the digest of a whole Secret. */
    public static SecretDigest of(KubeSecret secret) {
        ObjectMeta metadata = new ObjectMetaBuilder(secret.metadata())
                .withManagedFields(List.of())
                .build();
        return new SecretDigest(
                metadata, ObjectHash.ofData(secret.data()), Boolean.TRUE.equals(secret.immutable()), secret.type());
    }

    /** Annotations are left out: kubectl keeps whole manifests in one, values included. */
    @Override
    public String toString() {
        return "SecretDigest[" + metadata.getNamespace() + "/" + metadata.getName() + ", resourceVersion="
                + metadata.getResourceVersion() + "]";
    }

    static final ResourceType.Codec<SecretDigest> CODEC = new SecretDigestCodec();
}
