package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.cluster.WatchListener;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A running operator notices at once")
class WatchedChangesTest {
    private final OperatorBench bench = new OperatorBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void foreignSecret(String name, String key, String value) {
        bench.local.create(
                ResourceType.SECRETS,
                KubeSecret.of(
                        new ObjectMetaBuilder()
                                .withNamespace("shop")
                                .withName(name)
                                .build(),
                        Map.of(key, bytes(value)),
                        null,
                        null),
                "kubectl");
    }

    @Nested
    @DisplayName("of an ExternalSecret")
    class OfExternalSecrets {
        @Test
        @DisplayName("that it is there, and makes its Secret")
        void created() {
            bench.start();
            bench.externalSecret("db");
            bench.awaitData("db", Map.of("user", "svc"));
            bench.awaitReady("db");
            await().untilAsserted(() -> assertThat(bench.events()).contains("Normal Created db secret created"));
        }

        @Test
        @DisplayName("that it has changed")
        void changed() {
            bench.externalSecret("db");
            bench.start();
            bench.awaitReady("db");
            bench.step();
            bench.backend.secrets.put("other", "{\"password\":\"1\"}");
            bench.local.load(SyncBench.manifest("db", "dataFrom: [{extract: {key: other}}]"));
            bench.awaitData("db", Map.of("password", "1"));
        }

        @Test
        @DisplayName("that it has changed while its status was written")
        void changedMeanwhile() {
            bench.backend.secrets.put("other", "{\"password\":\"1\"}");
            AtomicBoolean once = new AtomicBoolean(true);
            bench.cluster.before(request -> {
                if (request.startsWith("status ExternalSecret shop/db") && once.getAndSet(false)) {
                    bench.local.load(SyncBench.manifest("db", "dataFrom: [{extract: {key: other}}]"));
                }
            });
            bench.externalSecret("db");
            bench.start();
            bench.awaitData("db", Map.of("password", "1"));
        }

        @Test
        @DisplayName("the annotation force-sync, and reads anew whatever it has read a moment ago")
        void forceSync() {
            bench.externalSecret("db");
            bench.start();
            bench.awaitReady("db");
            bench.step();
            bench.backend.secrets.put("db", "{\"user\":\"new\"}");
            bench.local.patch(
                    ResourceType.EXTERNAL_SECRETS,
                    "shop",
                    "db",
                    Map.of("metadata", Map.of("annotations", Map.of("external-secrets.io/force-sync", "1"))),
                    "kubectl");
            bench.awaitData("db", Map.of("user", "new"));
        }

        @Test
        @DisplayName("that it is gone, and forgets it")
        void gone() {
            bench.externalSecret("db");
            bench.start();
            bench.awaitReady("db");
            bench.settle();
            bench.local.delete(ResourceType.EXTERNAL_SECRETS, "shop", "db", Preconditions.none());
            bench.settle();
            bench.cluster.reset();
            bench.advance(Duration.ofHours(2));
            bench.settle();
            assertThat(bench.cluster.writes()).noneMatch(w -> w.endsWith("shop/db"));
        }

        @Test
        @DisplayName("that its interval is over")
        void interval() {
            bench.externalSecret("db", "refreshInterval: 10m");
            bench.start();
            bench.awaitReady("db");
            bench.settle();
            bench.backend.secrets.put("db", "{\"user\":\"new\"}");
            bench.advance(Duration.ofMinutes(9));
            bench.settle();
            assertThat(bench.data("db")).hasValue(Map.of("user", "svc"));
            bench.advance(Duration.ofMinutes(3));
            bench.awaitData("db", Map.of("user", "new"));
        }
    }

    @Nested
    @DisplayName("of a target")
    class OfTargets {
        @Test
        @DisplayName("that it was edited, deleted, or lost the label by which it is watched")
        void damage() {
            bench.externalSecret("db");
            bench.start();
            bench.awaitReady("db");
            bench.step();
            bench.local.patch(
                    ResourceType.SECRETS, "shop", "db", Map.of("data", Map.of("user", "ZWRpdGVk")), "kubectl");
            bench.awaitData("db", Map.of("user", "svc"));
            bench.step();
            bench.local.delete(ResourceType.SECRETS, "shop", "db", Preconditions.none());
            bench.awaitData("db", Map.of("user", "svc"));
            bench.step();
            bench.local.patch(
                    ResourceType.SECRETS,
                    "shop",
                    "db",
                    Map.of(
                            "metadata",
                            Map.of("labels", Map.of("reconcile.external-secrets.io/managed", "no")),
                            "data",
                            Map.of("user", "ZWRpdGVk")),
                    "kubectl");
            bench.awaitData("db", Map.of("user", "svc"));
        }

        @Test
        @DisplayName("that it was deleted while a write of our own was under way")
        void deletedWhileWritten() {
            bench.externalSecret("db");
            bench.start();
            bench.awaitReady("db");
            bench.settle();
            // Watches are served in the order in which they began: what this one has seen, the operator has seen.
            AtomicBoolean seen = new AtomicBoolean();
            Cluster.Watch watch = bench.local.watch(
                    ResourceType.SECRET_METADATA,
                    Selection.everyNamespace(),
                    bench.local.list(ResourceType.SECRET_METADATA, Selection.everyNamespace(), s -> {}),
                    new WatchListener<>() {
                        @Override
                        public void event(Change change, PartialObjectMetadata object) {
                            seen.compareAndSet(false, change == Change.DELETED);
                        }

                        @Override
                        public void bookmark(String resourceVersion) {
                            // Nothing to resume.
                        }

                        @Override
                        public void closed(@Nullable ClusterException cause) {
                            // The test is over.
                        }
                    });
            bench.cluster.afterUpdate(request -> {
                bench.cluster.afterUpdate(other -> {});
                bench.local.delete(ResourceType.SECRETS, "shop", "db", Preconditions.none());
                await().untilTrue(seen);
            });
            bench.step();
            bench.local.patch(
                    ResourceType.SECRETS, "shop", "db", Map.of("data", Map.of("user", "ZWRpdGVk")), "kubectl");
            await().untilTrue(seen);
            bench.awaitData("db", Map.of("user", "svc"));
            watch.close();
        }

        @Test
        @DisplayName("that it appeared while the watch for it was only being set up")
        void appearsMeanwhile() {
            bench.cluster.before(request -> {
                if (request.equals("list Secret null/null")) {
                    bench.cluster.before(other -> {});
                    foreignSecret("app", "theirs", "x");
                }
            });
            bench.externalSecret("db", "target: {name: app, creationPolicy: Merge}");
            bench.start();
            bench.awaitData("app", Map.of("theirs", "x", "user", "svc"));
        }

        @Test
        @DisplayName("that it appears, when an ExternalSecret waits to merge into it")
        void appears() {
            bench.externalSecret("db", "target: {name: app, creationPolicy: Merge}");
            bench.start();
            bench.awaitReady("db");
            assertThat(bench.ready("db").orElseThrow().reason()).isEqualTo("SecretMissing");
            foreignSecret("app", "theirs", "x");
            bench.awaitData("app", Map.of("theirs", "x", "user", "svc"));
            await().until(() -> bench.ready("db").orElseThrow().reason().equals("SecretSynced"));
        }
    }

    @Nested
    @DisplayName("of a store")
    class OfStores {
        private static final String LATE = """
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: late, namespace: shop}
                spec: {provider: {memory: {}}}
                """;
        private static final String FROM_LATE =
                "data: [{secretKey: a, remoteRef: {key: db, property: user}, sourceRef: {storeRef: {name: late}}}]";

        @Test
        @DisplayName("that it is there at last")
        void appears() {
            bench.externalSecret("db", FROM_LATE);
            bench.start();
            bench.awaitFailed("db", "could not get SecretStore \"late\"");
            bench.local.load(LATE);
            bench.awaitData("db", Map.of("a", "svc"));
        }

        @Test
        @DisplayName("that it works again, and syncs those who wait for it")
        void recovers() {
            bench.backend.check = ValidationResult.failed("the backend is sealed");
            bench.externalSecret("db");
            bench.start();
            bench.awaitFailed("db", "SecretStore \"store\" is not ready");
            bench.settleStores();
            bench.backend.check = ValidationResult.ready();
            // Less than the back-off of the ExternalSecret would be after its many failures.
            bench.advance(Duration.ofSeconds(2));
            bench.awaitData("db", Map.of("user", "svc"));
        }

        @Test
        @DisplayName("that its spec has changed, and reads anew through a new client")
        void changes() {
            bench.externalSecret("db");
            bench.start();
            bench.awaitReady("db");
            bench.step();
            bench.backend.secrets.put("db", "{\"user\":\"new\"}");
            bench.local.patch(
                    ResourceType.SECRET_STORES,
                    "shop",
                    "store",
                    Map.of("spec", Map.of("provider", Map.of("memory", Map.of("region", "eu")))),
                    "kubectl");
            bench.awaitData("db", Map.of("user", "new"));
            assertThat(bench.backend.connects).hasValue(2);
            await().until(() -> bench.backend.count("close") == 1);
        }

        @Test
        @DisplayName("that its credential has changed, and reads anew through a new client")
        void credential() {
            foreignSecret("creds", "token", "old-token");
            bench.local.load(LATE.replace("memory: {}", "memory: {tokenRef: {name: creds, key: token}}"));
            bench.externalSecret("db", FROM_LATE);
            bench.start();
            bench.awaitReady("db");
            assertThat(bench.backend.tokens).containsOnly("old-token");
            bench.step();
            bench.backend.secrets.put("db", "{\"user\":\"new\"}");
            bench.local.patch(
                    ResourceType.SECRETS, "shop", "creds", Map.of("data", Map.of("token", "bmV3LXRva2Vu")), "kubectl");
            bench.awaitData("db", Map.of("a", "new"));
            assertThat(bench.backend.tokens).endsWith("new-token");
        }

        @Test
        @DisplayName("that its credential is there at last")
        void credentialAppears() {
            bench.local.load(LATE.replace("memory: {}", "memory: {tokenRef: {name: creds, key: token}}"));
            bench.externalSecret("db", FROM_LATE);
            bench.start();
            bench.awaitFailed("db", "there is no Secret \"creds\"");
            foreignSecret("creds", "token", "token");
            bench.awaitData("db", Map.of("a", "svc"));
        }
    }
}
