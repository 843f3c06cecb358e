package dev.eso4j.testkit;

import dev.eso4j.api.ModelJson;
import dev.eso4j.api.spi.CredentialAccess;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.store.SecretStoreSpec;
import java.time.InstantSource;
import java.util.Map;

/** Describes stores to providers as the engine would. */
public final class TestStores {
    private TestStores() {}

    /** Returns the identity of a SecretStore, of generation 1. */
    public static StoreIdentity identity(String namespace, String name) {
        return new StoreIdentity("SecretStore", namespace, name, "uid-" + namespace + "-" + name, 1, namespace);
    }

    /** Returns the identity of a ClusterSecretStore that is used on behalf of {@code consumer}, or of nobody if empty. */
    public static StoreIdentity clusterIdentity(String name, String consumer) {
        return new StoreIdentity("ClusterSecretStore", null, name, "uid-" + name, 1, consumer);
    }

    /** Returns a store whose one provider is {@code provider}, with {@code config} as in its manifest. */
    public static StoreSpec spec(StoreIdentity identity, String provider, Map<String, ?> config) {
        Map<String, Object> tree = Map.of("provider", Map.of(provider, config));
        return new StoreSpec(identity, ModelJson.fromTree("spec", tree, SecretStoreSpec.class));
    }

    /** Returns what a provider gets to connect such a store, on the system's clock. */
    public static StoreContext context(
            StoreIdentity identity, String provider, Map<String, ?> config, CredentialAccess credentials) {
        return new StoreContext(spec(identity, provider, config), credentials, InstantSource.system());
    }
}
