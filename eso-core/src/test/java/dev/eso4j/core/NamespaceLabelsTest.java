package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.ResourceType;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When the labels of a namespace change, its ExternalSecrets of stores that select by label")
class NamespaceLabelsTest {
    private final OperatorBench bench = new OperatorBench();

    @BeforeEach
    void load() {
        bench.local.load("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop}
                ---
                apiVersion: external-secrets.io/v1
                kind: ClusterSecretStore
                metadata: {name: shared}
                spec:
                  conditions: [{namespaceSelector: {matchLabels: {team: shop}}}]
                  provider: {memory: {}}
                """);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static String fromShared(String name) {
        return SyncBench.manifest(name)
                .replace("secretStoreRef: {name: store}", "secretStoreRef: {kind: ClusterSecretStore, name: shared}");
    }

    private void label(String key, @Nullable String value) {
        bench.local.patch(
                ResourceType.NAMESPACES,
                "",
                "shop",
                Map.of("metadata", Map.of("labels", Collections.singletonMap(key, value))),
                "kubectl");
    }

    @Test
    @DisplayName("are synced at once if they were denied, and denied at once if they were allowed")
    void bothWays() {
        bench.local.load(fromShared("db"));
        bench.start();
        bench.awaitFailed("db", "denied by spec.condition");
        label("team", "shop");
        bench.awaitReady("db");
        assertThat(bench.data("db")).hasValue(Map.of("user", "svc"));
        label("team", null);
        bench.awaitFailed("db", "denied by spec.condition");
        assertThat(bench.data("db")).as("what was there stays").isPresent();
    }

    @Test
    @DisplayName("are the only ones that are looked at: a store of its own is not asked again")
    void noOthers() {
        bench.externalSecret("own");
        bench.local.load(fromShared("db"));
        bench.start();
        bench.awaitReady("own");
        bench.awaitFailed("db", "denied by spec.condition");
        bench.settle();
        bench.cluster.reset();
        label("team", "shop");
        bench.awaitReady("db");
        bench.awaitQuiet();
        assertThat(bench.cluster.writes()).noneMatch(w -> w.endsWith("/own")).anyMatch(w -> w.endsWith("/db"));
    }
}
