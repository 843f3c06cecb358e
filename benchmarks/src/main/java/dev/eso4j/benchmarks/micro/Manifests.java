package dev.eso4j.benchmarks.micro;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;

/** The objects that the benchmarks work on. */
final class Manifests {
    static final String NAMESPACE = "bench";
    static final String PROPERTY = "database.users.0.password";

    /** A store of {@link MemoryProvider}. */
    static final String STORE = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: store, namespace: bench}
            spec: {provider: {memory: {}}}
            ---
            """;

    private Manifests() {}

    /** Returns an ExternalSecret with one entry, a property of the remote object of its own number. */
    static String externalSecret(int number, String refresh) {
        return """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: es-%1$d, namespace: bench, labels: {app: shop, tier: backend}}
                spec:
                  %2$s
                  secretStoreRef: {name: store}
                  data: [{secretKey: password, remoteRef: {key: object-%1$d, property: %3$s}}]
                ---
                """.formatted(number, refresh, PROPERTY);
    }

    /** Loads the store and one ExternalSecret and returns the latter. */
    static ExternalSecret loaded(LocalCluster cluster) {
        cluster.load(STORE + externalSecret(0, "refreshInterval: 1h"));
        return cluster.get(ResourceType.EXTERNAL_SECRETS, NAMESPACE, "es-0").orElseThrow();
    }
}
