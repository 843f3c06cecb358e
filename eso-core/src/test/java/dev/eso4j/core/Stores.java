package dev.eso4j.core;

import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.ClusterSecretStoreCondition;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.core.store.StoreObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;

/** Stores built in code. */
public final class Stores {
    private Stores() {}

    public static SecretStoreSpec spec(Map<String, Object> config, ClusterSecretStoreCondition... conditions) {
        return new SecretStoreSpec(
                null, SecretStoreProviderSpec.of(Map.of("memory", config)), null, null, List.of(conditions));
    }

    public static SecretStore namespaced(String namespace, String name, long generation, SecretStoreSpec spec) {
        SecretStore store = new SecretStore();
        store.setMetadata(metadata(namespace, name, generation));
        store.setSpec(spec);
        return store;
    }

    public static ClusterSecretStore clusterWide(String name, long generation, SecretStoreSpec spec) {
        ClusterSecretStore store = new ClusterSecretStore();
        store.setMetadata(metadata(null, name, generation));
        store.setSpec(spec);
        return store;
    }

    /** Returns a SecretStore of the provider {@code memory} without any options. */
    public static StoreObject plain(String namespace, String name) {
        return StoreObject.of(namespaced(namespace, name, 1, spec(Map.of())));
    }

    private static ObjectMeta metadata(String namespace, String name, long generation) {
        return new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .withUid("uid-" + namespace + "-" + name)
                .withGeneration(generation)
                .build();
    }
}
