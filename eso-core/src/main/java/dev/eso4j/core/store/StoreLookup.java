package dev.eso4j.core.store;

import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import java.util.Map;
import java.util.Optional;

/** Finds stores and namespaces: in the caches of an operator, or in the snapshot of a single pass. Thread-safe. */
public interface StoreLookup {
    /** Returns a SecretStore. */
    Optional<SecretStore> secretStore(String namespace, String name);

    /** Returns a ClusterSecretStore. */
    Optional<ClusterSecretStore> clusterSecretStore(String name);

    /** Returns the labels of a namespace; nothing if it does not exist. */
    Optional<Map<String, String>> namespaceLabels(String namespace);
}
