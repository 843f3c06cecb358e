package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.externalsecret.SyncListener;
import dev.eso4j.core.runtime.ControllerListener;
import dev.eso4j.core.store.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An operator makes of requests to the API server, events apart,")
class RequestCountTest {
    private final OperatorBench bench = new OperatorBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> about(List<String> requests, String name) {
        return requests.stream().filter(r -> r.endsWith("/" + name)).toList();
    }

    @Test
    @DisplayName("exactly two writes for a first sync, target and status, and no read")
    void firstSync() {
        bench.start();
        bench.settle();
        bench.cluster.reset();
        bench.externalSecret("db");
        bench.awaitReady("db");
        bench.settle();
        assertThat(about(bench.cluster.requests(), "db"))
                .containsExactly("create Secret shop/db", "status ExternalSecret shop/db");
        assertThat(bench.cluster.gets()).isEmpty();
    }

    @Test
    @DisplayName("one write for a refresh that changes nothing, and no read")
    void unchangedRefresh() {
        bench.externalSecret("db");
        bench.start();
        bench.awaitReady("db");
        bench.settle();
        bench.cluster.reset();
        for (int i = 1; i <= 3; i++) {
            bench.advance(Duration.ofMinutes(70));
            bench.settle();
            assertThat(about(bench.cluster.requests(), "db")).hasSize(i).containsOnly("status ExternalSecret shop/db");
        }
        assertThat(bench.cluster.gets()).isEmpty();
    }

    @Test
    @DisplayName("none for refreshes that change nothing until refreshTime is as old as it may get, and then one")
    void coarseRefreshTime() {
        try (OperatorBench coarse = new OperatorBench(o -> o.refreshTimeGranularity(Duration.ofHours(4)))) {
            coarse.backend.secrets.put("own", "{\"user\":\"svc\"}");
            coarse.externalSecret("db", "dataFrom: [{extract: {key: own}}]");
            coarse.start();
            coarse.awaitReady("db");
            coarse.settle();
            coarse.cluster.reset();
            for (int i = 1; i <= 9; i++) {
                coarse.advance(Duration.ofMinutes(70));
                coarse.settle();
                assertThat(about(coarse.cluster.requests(), "db"))
                        .as("after " + i + " refreshes")
                        .hasSize(i / 4)
                        .allMatch("status ExternalSecret shop/db"::equals);
            }
            assertThat(coarse.backend.count("read own")).isEqualTo(1 + 9);
            coarse.backend.secrets.put("own", "{\"user\":\"new\"}");
            coarse.cluster.reset();
            coarse.advance(Duration.ofMinutes(70));
            coarse.awaitData("db", Map.of("user", "new"));
            coarse.settle();
            assertThat(about(coarse.cluster.writes(), "db"))
                    .containsExactly("update Secret shop/db", "status ExternalSecret shop/db");
            coarse.cluster.reset();
            coarse.backend.failure = () -> new UnavailableException("the service is away", "start it", null, null);
            coarse.advance(Duration.ofMinutes(70));
            coarse.awaitFailed("db", "the service is away");
            coarse.awaitQuiet(); // Its next attempt is planned by the clock as it is now.
            coarse.backend.failure = null;
            coarse.advance(Duration.ofMinutes(70));
            coarse.awaitReady("db");
        }
    }

    @Test
    @DisplayName("two writes and one read for a refresh that changes the target")
    void changedRefresh() {
        bench.externalSecret("db");
        bench.start();
        bench.awaitReady("db");
        bench.settle();
        bench.backend.secrets.put("db", "{\"user\":\"new\"}");
        bench.cluster.reset();
        bench.advance(Duration.ofMinutes(70));
        bench.awaitData("db", Map.of("user", "new"));
        bench.settle();
        assertThat(about(bench.cluster.requests(), "db"))
                .containsExactly("get Secret shop/db", "update Secret shop/db", "status ExternalSecret shop/db");
    }

    @Test
    @DisplayName("for a Merge target one read to verify it, and none while nobody touches it")
    void merge() {
        bench.externalSecret("base", "target: {name: shared, creationPolicy: Orphan}");
        bench.start();
        bench.awaitReady("base");
        bench.local.delete(ResourceType.EXTERNAL_SECRETS, "shop", "base", Preconditions.none());
        bench.backend.secrets.put("extra", "{\"a\":\"1\"}");
        bench.externalSecret(
                "db", "target: {name: shared, creationPolicy: Merge}", "dataFrom: [{extract: {key: extra}}]");
        bench.awaitReady("db");
        bench.settle();
        bench.cluster.reset();
        for (int i = 0; i < 3; i++) {
            bench.advance(Duration.ofMinutes(70));
            bench.settle();
        }
        assertThat(bench.cluster.gets()).isEmpty();
        assertThat(bench.cluster.writes().stream().filter(w -> w.endsWith("/db") || w.endsWith("/shared")))
                .hasSize(3)
                .containsOnly("status ExternalSecret shop/db");
    }

    @Test
    @DisplayName("no write and no read but the lists and watches after a restart on a synced cluster")
    void restart() {
        for (int i = 0; i < 20; i++) {
            bench.externalSecret("db-" + i);
        }
        bench.start();
        for (int i = 0; i < 20; i++) {
            bench.awaitReady("db-" + i);
        }
        bench.settle();
        bench.operator.close();
        bench.cluster.reset();
        long reads = bench.backend.reads();
        bench.restart();
        bench.settle();
        assertThat(bench.cluster.requests())
                .filteredOn(r -> !r.contains("barrier"))
                .isNotEmpty()
                .allMatch(r -> r.startsWith("list ") || r.startsWith("watch "));
        assertThat(bench.backend.reads() - reads).as("the barrier's own").isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName(
            "one list and one watch of each kind, those of Secrets restricted to managed ones, and what was never synced first")
    void listsAndWatches() {
        bench.externalSecret("db");
        bench.start();
        bench.awaitReady("db");
        bench.settle();
        assertThat(bench.cluster.requests())
                .filteredOn(r -> r.startsWith("list "))
                .containsExactlyInAnyOrder(
                        "list SecretStore null/null",
                        "list ClusterSecretStore null/null",
                        "list ExternalSecret null/status.refreshTime=",
                        "list ExternalSecret null/null",
                        "list Secret null/reconcile.external-secrets.io/managed=true");
    }

    @Test
    @DisplayName("and of the backend one read for each remote object, whoever asks")
    void backend() {
        for (int i = 0; i < 1000; i++) {
            bench.externalSecret(
                    "db-" + i,
                    "data: [{secretKey: a, remoteRef: {key: db, property: user}}, {secretKey: b, remoteRef: {key: db}}]");
        }
        bench.start();
        for (int i = 0; i < 1000; i++) {
            bench.awaitReady("db-" + i);
        }
        assertThat(bench.backend.reads()).isEqualTo(1);
        assertThat(bench.backend.connects).hasValue(1);
        assertThat(bench.backend.count("check")).isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("no reconcile more for its own writes")
    void ownWrites() {
        AtomicInteger syncs = new AtomicInteger();
        try (OperatorBench counted = new OperatorBench(b -> b.listeners(
                new SyncListener() {
                    @Override
                    public void synced(
                            ExternalSecret externalSecret, ExternalSecretStatus status, Duration took, boolean failed) {
                        if (externalSecret.getMetadata().getName().equals("db")) {
                            syncs.incrementAndGet();
                        }
                    }
                },
                StoreListener.none(),
                ControllerListener.none(),
                CallListener.none()))) {
            counted.externalSecret("db");
            counted.start();
            counted.awaitReady("db");
            counted.settle();
            assertThat(syncs).hasValue(1);
            counted.backend.secrets.put("db", "{\"user\":\"new\"}");
            counted.advance(Duration.ofMinutes(70));
            counted.awaitData("db", Map.of("user", "new"));
            counted.settle();
            assertThat(syncs).hasValue(2);
        }
    }
}
