package dev.eso4j.testkit;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.EsoOperatorBuilder;
import dev.eso4j.core.StoreListener;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.externalsecret.SyncListener;
import dev.eso4j.core.runtime.ControllerListener;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.GateView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** A running operator with namespaces that each have a backend and a store of their own. */
final class Tenants implements AutoCloseable {
    final RecordingProvider provider = new RecordingProvider("recording");
    final LocalCluster cluster = LocalCluster.create();
    private final ConcurrentMap<String, Long> readyAt = new ConcurrentHashMap<>();
    private final SyncListener times = new SyncListener() {
        @Override
        public void synced(
                ExternalSecret externalSecret, @Nullable ExternalSecretStatus status, Duration took, boolean failed) {
            if (status != null
                    && status.conditions().stream().anyMatch(c -> c.status().equals("True"))) {
                readyAt.putIfAbsent(
                        externalSecret.getMetadata().getNamespace() + "/"
                                + externalSecret.getMetadata().getName(),
                        System.nanoTime());
            }
        }
    };
    private final EsoOperator operator;

    Tenants(UnaryOperator<EsoOperatorBuilder> options) {
        operator = options.apply(EsoOperator.builder(cluster)
                        .providers(List.of(provider))
                        .listeners(times, StoreListener.none(), ControllerListener.none(), CallListener.none()))
                .build();
    }

    Tenants start() {
        try {
            operator.startAndWait(Duration.ofSeconds(20));
            return this;
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    EsoOperator operator() {
        return operator;
    }

    static ConditionFactory soon(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(20));
    }

    /** Adds a tenant with a store that has been checked. */
    RecordingBackend tenant(String namespace) {
        RecordingBackend backend = provider.backend(namespace);
        cluster.load("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: NS}
                spec: {provider: {recording: {}}}
                """.replace("NS", namespace));
        soon("the store of " + namespace + " is checked")
                .until(() -> cluster.get(ResourceType.SECRET_STORES, namespace, "store")
                        .filter(s -> s.getStatus() != null
                                && s.getStatus().conditions().stream()
                                        .anyMatch(c -> c.status().equals("True")))
                        .isPresent());
        return backend;
    }

    /** Adds ExternalSecrets, each of which reads another object. */
    void externalSecrets(String namespace, int from, int to) {
        for (int i = from; i < to; i++) {
            String key = "k" + i;
            provider.backend(namespace).put(key, "{\"user\":\"" + key + "\"}");
            externalSecret(namespace, "es" + i, key, "{name: store}");
        }
    }

    void externalSecret(String namespace, String name, String key, String store) {
        cluster.load("""
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: NAME, namespace: NS}
                spec:
                  secretStoreRef: STORE
                  dataFrom: [{extract: {key: KEY}}]
                """.replace("NAME", name)
                .replace("NS", namespace)
                .replace("KEY", key)
                .replace("STORE", store));
    }

    Optional<ExternalSecretStatusCondition> ready(String namespace, String name) {
        return cluster.get(ResourceType.EXTERNAL_SECRETS, namespace, name).flatMap(Tenants::ready);
    }

    static Optional<ExternalSecretStatusCondition> ready(ExternalSecret externalSecret) {
        return externalSecret.getStatus() == null
                ? Optional.empty()
                : externalSecret.getStatus().conditions().stream()
                        .filter(c -> c.type().equals("Ready"))
                        .findFirst();
    }

    long count(String namespace, String status) {
        long[] count = {0};
        cluster.list(ResourceType.EXTERNAL_SECRETS, Selection.namespace(namespace), e -> {
            if (ready(e).filter(c -> c.status().equals(status)).isPresent()) {
                count[0]++;
            }
        });
        return count[0];
    }

    void awaitReady(String namespace, long count) {
        soon(count + " of " + namespace + " are ready").until(() -> count(namespace, "True") == count);
    }

    GateView gate(String namespace) {
        return operator.insight().gates().stream()
                .filter(v -> namespace.equals(v.store().namespace())
                        || namespace.equals(v.store().consumerNamespace()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns when an ExternalSecret was seen to be ready, on the system's nanosecond clock. */
    long readyAt(String namespace, String name) {
        return readyAt.getOrDefault(namespace + "/" + name, Long.MAX_VALUE);
    }

    static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("eso-externalsecret-"))
                .count();
    }

    @Override
    public void close() {
        operator.close();
        cluster.close();
    }
}
