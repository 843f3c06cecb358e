package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Nothing is left behind:")
class NothingIsLeftBehindTest {
    private final Set<Thread> before = new HashSet<>();

    @BeforeEach
    void remember() {
        before.addAll(Thread.getAllStackTraces().keySet());
    }

    private Set<String> newThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> !before.contains(t))
                .map(Thread::getName)
                .filter(n -> !n.startsWith("awaitility"))
                .collect(Collectors.toSet());
    }

    @Test
    @DisplayName("an operator has no thread before its start, and none after its stop")
    void operator() {
        OperatorBench bench = new OperatorBench();
        bench.externalSecret("db");
        bench.externalSecret("merge", "target: {name: app, creationPolicy: Merge}");
        assertThat(newThreads()).isEmpty();
        bench.start();
        bench.awaitReady("db");
        bench.awaitReady("merge");
        assertThat(newThreads()).isNotEmpty().allMatch(n -> n.startsWith("eso-"));
        bench.operator.close();
        assertThat(newThreads()).allMatch(n -> n.equals("eso-local-watch"));
        bench.local.close();
        await().untilAsserted(() -> assertThat(newThreads()).isEmpty());
        assertThat(bench.backend.count("close")).isEqualTo(bench.backend.connects.get());
    }

    @Test
    @DisplayName("an operator that was stopped before it started, or twice, has no thread either")
    void neverStarted() {
        OperatorBench bench = new OperatorBench();
        bench.operator.close();
        bench.operator.close();
        assertThat(newThreads()).isEmpty();
        assertThat(bench.operator.health().state()).isEqualTo(OperatorHealth.State.STOPPED);
        assertThatThrownBy(() -> bench.operator.start()).isInstanceOf(IllegalStateException.class);
        bench.close();
    }

    @Test
    @DisplayName("an operator lets the work that is going on end, writes its status, and begins no other")
    void workEnds() throws Exception {
        OperatorBench bench = new OperatorBench(b -> b.concurrent(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        bench.backend.beforeRead = () -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        bench.externalSecret("db");
        bench.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> stopped =
                CompletableFuture.supplyAsync(() -> bench.operator.stop(Duration.ofSeconds(20)));
        await().until(() -> bench.operator.health().state() == OperatorHealth.State.STOPPED);
        go.countDown();
        assertThat(stopped.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(bench.data("db")).hasValue(Map.of("user", "svc"));
        assertThat(bench.ready("db").orElseThrow().status()).isEqualTo("True");
        bench.close();
    }

    @Test
    @DisplayName("two operators live in one JVM, each with its own cluster, and one's end is not the other's")
    void two() {
        try (OperatorBench one = new OperatorBench();
                OperatorBench other = new OperatorBench()) {
            one.backend.secrets.put("db", "{\"user\":\"one\"}");
            other.backend.secrets.put("db", "{\"user\":\"other\"}");
            one.start();
            other.start();
            one.externalSecret("db");
            other.externalSecret("db");
            one.awaitData("db", Map.of("user", "one"));
            other.awaitData("db", Map.of("user", "other"));
            one.operator.close();
            other.externalSecret("second");
            other.awaitReady("second");
            assertThat(other.operator.health().ready()).isTrue();
        }
    }

    @Test
    @DisplayName("a SecretSync has no thread between its passes, and its clients are closed after each")
    void secretSync() {
        MemoryProvider backend = new MemoryProvider();
        backend.secrets.put("db", "{\"user\":\"svc\"}");
        try (LocalCluster cluster = LocalCluster.create()) {
            cluster.load("""
                    apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: store, namespace: shop}
                    spec: {provider: {memory: {}}}
                    """);
            cluster.load(SyncBench.manifest("db"));
            try (SecretSync sync = SecretSync.builder()
                    .cluster(cluster)
                    .providers(List.of(backend))
                    .parallelism(4)
                    .build()) {
                sync.sync().orThrow();
                assertThat(newThreads()).isEmpty();
                sync.syncAsync().join().orThrow();
                await().untilAsserted(() -> assertThat(newThreads()).isEmpty());
                assertThat(backend.count("close")).isEqualTo(2);
            }
            assertThat(cluster.get(ResourceType.SECRETS, "shop", "db"))
                    .as("the cluster stays the caller's")
                    .isPresent();
        }
    }
}
