package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreStatusCondition;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A running operator")
class StoresAtWorkTest {
    private static final String OLD = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: old, namespace: shop, finalizers: [secretstore.externalsecrets.io/finalizer]}
            spec: {provider: {memory: {}}}
            """;

    private static Optional<SecretStoreStatusCondition> ready(OperatorBench bench, String store) {
        return bench.local
                .get(ResourceType.SECRET_STORES, "shop", store)
                .map(SecretStore::getStatus)
                .flatMap(s -> s == null
                        ? Optional.empty()
                        : s.conditions().stream()
                                .filter(c -> c.type().equals("Ready"))
                                .findFirst());
    }

    @Test
    @DisplayName("says of each store whether it works")
    void conditions() {
        try (OperatorBench bench = new OperatorBench()) {
            bench.local.load("""
                    apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: broken, namespace: shop}
                    spec: {provider: {valut: {}}}
                    """);
            bench.start();
            await().until(() ->
                    ready(bench, "store").filter(c -> c.status().equals("True")).isPresent());
            await().until(() -> ready(bench, "broken")
                    .filter(c -> c.status().equals("False"))
                    .isPresent());
            assertThat(ready(bench, "broken").orElseThrow().reason()).isEqualTo("InvalidStoreConfiguration");
            await().untilAsserted(() -> assertThat(bench.events()).contains("Normal Valid store store validated"));
        }
    }

    @Test
    @DisplayName("takes the existing operator's finalizer off a store that is being deleted")
    void finalizer() {
        try (OperatorBench bench = new OperatorBench()) {
            bench.local.load(OLD);
            bench.start();
            bench.local.delete(ResourceType.SECRET_STORES, "shop", "old", Preconditions.none());
            await().until(() ->
                    bench.local.get(ResourceType.SECRET_STORES, "shop", "old").isEmpty());
        }
    }

    @Test
    @DisplayName("takes it off a store that is deleted just when its status is written, too")
    void deletedMeanwhile() {
        try (OperatorBench bench = new OperatorBench()) {
            bench.local.load(OLD);
            AtomicBoolean deleted = new AtomicBoolean();
            bench.cluster.before(request -> {
                if (request.equals("status SecretStore shop/old") && !deleted.getAndSet(true)) {
                    bench.local.delete(ResourceType.SECRET_STORES, "shop", "old", Preconditions.none());
                }
            });
            bench.start();
            await().until(() ->
                    bench.local.get(ResourceType.SECRET_STORES, "shop", "old").isEmpty());
            assertThat(deleted).isTrue();
        }
    }

    @Test
    @DisplayName("leaves alone, without a condition, what belongs to another controller class")
    void otherClass() {
        try (OperatorBench bench = new OperatorBench(b -> b.controllerClass("green"))) {
            bench.local.load("""
                    apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: theirs, namespace: shop}
                    spec: {controller: blue, provider: {memory: {}}}
                    """);
            bench.externalSecret(
                    "db", "data: [{secretKey: a, remoteRef: {key: db}, sourceRef: {storeRef: {name: theirs}}}]");
            bench.start();
            bench.settle();
            assertThat(bench.ready("db")).isEmpty();
            assertThat(ready(bench, "theirs")).isEmpty();
            assertThat(bench.data("db")).isEmpty();
        }
    }

    @Test
    @DisplayName("leaves alone what names a ClusterSecretStore anywhere, where those are switched off")
    void clusterStoresOff() {
        try (OperatorBench bench = new OperatorBench(b -> b.clusterStores(false))) {
            bench.externalSecret(
                    "db",
                    "data: [{secretKey: a, remoteRef: {key: db},"
                            + " sourceRef: {storeRef: {name: shared, kind: ClusterSecretStore}}}]");
            bench.start();
            bench.settle();
            assertThat(bench.ready("db")).isEmpty();
            assertThat(bench.cluster.requests()).noneMatch(r -> r.contains("ClusterSecretStore"));
        }
    }

    @Test
    @DisplayName("admits namespaces to a ClusterSecretStore by their labels, and by nothing else")
    void conditionsOfClusterStore() {
        try (OperatorBench bench = new OperatorBench()) {
            bench.local.load("""
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: shop, labels: {team: shop}}
                    ---
                    apiVersion: external-secrets.io/v1
                    kind: ClusterSecretStore
                    metadata: {name: shared}
                    spec:
                      provider: {memory: {}}
                      conditions: [{namespaceSelector: {matchLabels: {team: shop}}}]
                    """);
            String member = "data: [{secretKey: a, remoteRef: {key: db, property: user},"
                    + " sourceRef: {storeRef: {name: shared, kind: ClusterSecretStore}}}]";
            bench.externalSecret("db", member);
            bench.local.load(SyncBench.manifest("db", member).replace("namespace: shop", "namespace: bank"));
            bench.start();
            bench.awaitData("db", Map.of("a", "svc"));
            await().untilAsserted(() -> assertThat(bench.local
                            .get(ResourceType.EXTERNAL_SECRETS, "bank", "db")
                            .orElseThrow()
                            .getStatus())
                    .isNotNull()
                    .extracting(s -> s.conditions().get(0).message())
                    .asString()
                    .contains("using cluster store \"shared\" is not allowed from namespace \"bank\""));
            assertThat(bench.local.get(ResourceType.SECRETS, "bank", "db")).isEmpty();
        }
    }

    @Test
    @DisplayName("looks at one namespace only, where it is told so")
    void oneNamespace() {
        try (OperatorBench bench = new OperatorBench(b -> b.namespace("shop"))) {
            bench.local.load(SyncBench.manifest("db").replace("namespace: shop", "namespace: bank"));
            bench.start();
            bench.settle();
            assertThat(bench.cluster.requests())
                    .filteredOn(r -> r.startsWith("list ") && !r.contains("ClusterSecretStore"))
                    .isNotEmpty()
                    .allMatch(r -> r.contains(" shop/"));
            assertThat(bench.local.get(ResourceType.SECRETS, "bank", "db")).isEmpty();
        }
    }

    @Test
    @DisplayName("wakes all dependents, however many, when a store appears")
    void many() {
        try (OperatorBench bench = new OperatorBench()) {
            int count = 300;
            for (int i = 0; i < count; i++) {
                bench.externalSecret(
                        "es-" + i,
                        "data: [{secretKey: a, remoteRef: {key: db, property: user}, sourceRef: {storeRef: {name:"
                                + " late}}}]");
            }
            bench.start();
            bench.awaitFailed("es-" + (count - 1), "could not get SecretStore");
            bench.local.load("""
                    apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: late, namespace: shop}
                    spec: {provider: {memory: {}}}
                    """);
            await().until(() -> {
                bench.advance(Duration.ofMillis(200));
                return IntStream.range(0, count)
                        .allMatch(i -> bench.data("es-" + i).isPresent());
            });
            assertThat(bench.backend.connects)
                    .as("one for each of the two stores")
                    .hasValue(2);
        }
    }
}
