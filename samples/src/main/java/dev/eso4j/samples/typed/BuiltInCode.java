package dev.eso4j.samples.typed;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretData;
import dev.eso4j.api.externalsecret.ExternalSecretDataBuilder;
import dev.eso4j.api.externalsecret.ExternalSecretDataRemoteRefBuilder;
import dev.eso4j.api.externalsecret.ExternalSecretSpecBuilder;
import dev.eso4j.api.externalsecret.SecretStoreRefBuilder;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import dev.eso4j.api.store.SecretStoreSpecBuilder;
import dev.eso4j.api.store.fake.FakeProvider;
import dev.eso4j.api.store.fake.FakeProviderData;
import dev.eso4j.core.SecretSync;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;

/** Builds a store and an ExternalSecret with the types of the model, and syncs them without a cluster. */
public final class BuiltInCode {
    private BuiltInCode() {}

    /** Prints what was done, and never a value. */
    public static void main(String[] args) {
        System.out.println("keys: " + sync().keySet());
    }

    static Map<String, SecretValue> sync() {
        try (SecretSync sync = SecretSync.builder()
                .resource(store(
                        new FakeProviderData("shop/database", "{\"user\":\"shop\",\"password\":\"s3cret\"}", null)))
                .resource(externalSecret("database", "shop/database", "user", "password"))
                .build()) {
            sync.sync().orThrow();
            return sync.secret("shop", "database").orElseThrow();
        }
    }

    private static SecretStore store(FakeProviderData... secrets) {
        SecretStore store = new SecretStore();
        store.setMetadata(
                new ObjectMetaBuilder().withNamespace("shop").withName("vault").build());
        // Another provider is another record here: VaultProviderBuilder, AWSProviderBuilder, ...
        store.setSpec(SecretStoreSpecBuilder.builder()
                .provider(SecretStoreProviderSpec.of("fake", new FakeProvider(List.of(secrets), null)))
                .build());
        return store;
    }

    private static ExternalSecret externalSecret(String name, String key, String... properties) {
        ExternalSecret externalSecret = new ExternalSecret();
        externalSecret.setMetadata(
                new ObjectMetaBuilder().withNamespace("shop").withName(name).build());
        externalSecret.setSpec(ExternalSecretSpecBuilder.builder()
                .secretStoreRef(SecretStoreRefBuilder.builder().name("vault").build())
                .refreshInterval("15m")
                .data(List.of(properties).stream().map(p -> entry(key, p)).toList())
                .build());
        return externalSecret;
    }

    private static ExternalSecretData entry(String key, String property) {
        return ExternalSecretDataBuilder.builder()
                .secretKey(property)
                .remoteRef(ExternalSecretDataRemoteRefBuilder.builder()
                        .key(key)
                        .property(property)
                        .build())
                .build();
    }
}
