package dev.eso4j.core.apply;

import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.SecretDigest;
import java.util.List;
import java.util.Optional;

/** What is known about targets: in the caches of an operator, or in the snapshot of a single pass. Thread-safe. */
public interface TargetLookup {
    /** Returns what is known of a managed Secret without asking the cluster; one without the managed label is unknown. */
    Optional<SecretDigest> digest(String namespace, String name);

    /** Returns the Secret as it is now. */
    Optional<KubeSecret> read(String namespace, String name);

    /** Returns the managed Secrets of a namespace that carry this creator hash. */
    List<SecretDigest> createdBy(String namespace, String creatorHash);

    /** Says that a write of ours to a Secret begins; what is watched of it meanwhile is no news. */
    void writing(String namespace, String name);

    /** Says that the write has ended; {@code result} is the Secret as stored, or nothing if it failed or was a deletion. */
    void written(String namespace, String name, Optional<SecretDigest> result);

    /** Says that a Secret is gone by a deletion of ours. */
    void deleted(String namespace, String name);
}
