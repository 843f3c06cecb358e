package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.core.TargetResult.Action;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("SecretSync")
class SecretSyncTest {
    private static final String STORE = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: store, namespace: shop}
            spec: {provider: {memory: {}}}
            """;
    private static final String DB = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: db, namespace: shop, labels: {app: shop}}
            spec:
              secretStoreRef: {name: store}
              data:
                - {secretKey: user, remoteRef: {key: db, property: user}}
                - {secretKey: password, remoteRef: {key: db, property: password}}
            """;

    private final MemoryProvider backend = new MemoryProvider();

    @BeforeEach
    void fill() {
        backend.secrets.put("db", "{\"user\":\"svc\",\"password\":\"canary-1\"}");
    }

    private SecretSync sync(String... manifests) {
        SecretSyncBuilder builder = SecretSync.builder().providers(List.of(backend));
        for (String manifest : manifests) {
            builder.manifests(manifest);
        }
        return builder.build();
    }

    @Test
    @DisplayName("creates the Secret, and leaves it alone in the next pass")
    void creates() {
        try (SecretSync sync = sync(STORE, DB)) {
            SyncReport first = sync.sync().orThrow();
            assertThat(first.results()).singleElement().satisfies(r -> {
                assertThat(r.action()).isEqualTo(Action.CREATED);
                assertThat(r.changedKeys()).containsExactly("password", "user");
            });
            assertThat(sync.secret("shop", "db"))
                    .hasValue(Map.of("user", SecretValue.of("svc"), "password", SecretValue.of("canary-1")));
            assertThat(sync.sync().orThrow().count(Action.UNCHANGED)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("fails what uses a store whose manifest the provider is not prepared for, and nothing else")
    void unpreparedProvider() {
        String odd = STORE.replace("memory: {}", "memory: text").replace("name: store", "name: odd");
        String other = DB.replace("name: db", "name: other").replace("{name: store}", "{name: odd}");
        try (SecretSync sync = sync(STORE, DB, odd, other)) {
            SyncReport report = sync.sync();
            assertThat(report.count(Action.CREATED)).isEqualTo(1);
            assertThat(report.failures())
                    .singleElement()
                    .satisfies(r -> assertThat(r.message()).contains("spec.provider.memory does not have the form"));
        }
    }

    @Test
    @DisplayName("writes a target that is no Secret where that is allowed, and plan() says so without writing")
    void genericTarget() {
        String map = DB.replace("spec:", "spec:\n  target: {manifest: {apiVersion: v1, kind: ConfigMap}}");
        try (LocalCluster cluster = LocalCluster.builder().build()) {
            cluster.load(STORE);
            cluster.load(map);
            try (SecretSync sync = SecretSync.builder()
                    .providers(List.of(backend))
                    .cluster(cluster)
                    .genericTargets(Set.of("ConfigMap"))
                    .build()) {
                assertThat(sync.plan().orThrow().count(Action.CREATED)).isEqualTo(1);
                assertThat(cluster.get(ResourceType.CONFIG_MAPS, "shop", "db")).isEmpty();
                assertThat(sync.sync().orThrow().count(Action.CREATED)).isEqualTo(1);
                assertThat(cluster.get(ResourceType.CONFIG_MAPS, "shop", "db")
                                .orElseThrow()
                                .getData())
                        .containsOnlyKeys("user", "password");
                assertThat(sync.sync().orThrow().count(Action.UNCHANGED)).isEqualTo(1);
            }
        }
        try (SecretSync sync = sync(STORE, map)) {
            assertThat(sync.sync().failures())
                    .singleElement()
                    .satisfies(r -> assertThat(r.message())
                            .contains("generic targets are disabled", "eso local makes files of Secrets only"));
        }
    }

    @Test
    @DisplayName("reads one remote object once for all entries that take something from it")
    void readsOnce() {
        try (SecretSync sync = sync(STORE, DB)) {
            sync.sync().orThrow();
            assertThat(backend.reads()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("changes the Secret when the backend has a new value, and names the key")
    void updates() {
        try (SecretSync sync = sync(STORE, DB)) {
            sync.sync().orThrow();
            backend.secrets.put("db", "{\"user\":\"svc\",\"password\":\"canary-2\"}");
            TargetResult result = sync.sync().orThrow().results().get(0);
            assertThat(result.action()).isEqualTo(Action.UPDATED);
            assertThat(result.changedKeys()).containsExactly("password");
        }
    }

    @Test
    @DisplayName("plans without writing")
    void plans() {
        try (SecretSync sync = sync(STORE, DB)) {
            assertThat(sync.plan().orThrow().count(Action.CREATED)).isEqualTo(1);
            assertThat(sync.secret("shop", "db")).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "names every failing entry with its remote key and what to do, writes nothing, and never shows a value")
    void namesFailures() {
        String broken = DB.replace("property: user", "property: usr")
                .replace("{key: db, property: password}", "{key: nowhere}");
        try (SecretSync sync = sync(STORE, broken)) {
            SyncReport report = sync.sync();
            assertThat(report.failures())
                    .singleElement()
                    .satisfies(r -> assertThat(r.message())
                            .startsWith("could not get secret data from provider: ")
                            .contains("spec.data[0] (key: db)", "no property \"usr\"", "correct the property")
                            .contains("spec.data[1] (key: nowhere)", "create it")
                            .doesNotContain("canary"));
            assertThat(sync.secret("shop", "db")).isEmpty();
            assertThatThrownBy(report::orThrow)
                    .isInstanceOf(SyncFailedException.class)
                    .hasMessageContaining("ExternalSecret shop/db");
        }
    }

    @Test
    @DisplayName("says which store is missing")
    void missingStore() {
        try (SecretSync sync = sync(DB)) {
            assertThat(sync.sync().failures().get(0).message())
                    .contains("could not get SecretStore \"store\" in namespace \"shop\", it does not exist");
        }
    }

    @Test
    @DisplayName("says which template failed, where and why, and writes no Secret")
    void failingTemplate() {
        String templated = DB + "  target: {template: {data: {url: 'x://{{ .usr }}'}}}\n";
        try (SecretSync sync = sync(STORE, templated)) {
            assertThat(sync.sync().failures().get(0).message())
                    .contains(
                            "could not update secret: spec.target.template.data[url]: unable to execute template at key"
                                    + " url: template: url:1:7: executing \"url\" at <.usr>: map has no entry for key"
                                    + " \"usr\"; did you mean user?");
            assertThat(sync.secret("shop", "db")).isEmpty();
        }
    }

    @Test
    @DisplayName("syncs in parallel when asked to, and no thread is left")
    void parallel() {
        SecretSyncBuilder builder =
                SecretSync.builder().providers(List.of(backend)).parallelism(4).manifests(STORE);
        for (int i = 0; i < 100; i++) {
            builder.manifests(DB.replace("name: db", "name: db-" + i));
        }
        try (SecretSync sync = builder.build()) {
            assertThat(sync.sync().orThrow().count(Action.CREATED)).isEqualTo(100);
            assertThat(backend.reads()).isEqualTo(1);
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().startsWith("eso-sync"));
    }

    @Test
    @DisplayName("makes files of a directory's Secrets, and refuses a directory with a mistake in it")
    void directory(@TempDir Path dir) throws IOException {
        Path in = Files.createDirectory(dir.resolve("in"));
        Files.writeString(in.resolve("store.yaml"), STORE);
        Files.writeString(in.resolve("db.yaml"), DB);
        SecretSyncBuilder builder = SecretSync.builder().providers(List.of(backend));
        try (SecretSync sync = builder.directory(in, dir.resolve("out")).build()) {
            sync.sync().orThrow();
        }
        assertThat(dir.resolve("out/shop/db/password")).content().isEqualTo("canary-1");
        Files.writeString(in.resolve("db.yaml"), DB.replace("remoteRef", "remoteRfe"));
        assertThatThrownBy(() ->
                        SecretSync.builder().directory(in, dir.resolve("out")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("db.yaml")
                .hasMessageContaining("remoteRfe");
        assertThat(dir.resolve("out/shop/db/password")).content().isEqualTo("canary-1");
    }

    @Test
    @DisplayName("takes a cluster, a directory, or manifests, and not two of them")
    void oneSource() {
        try (LocalCluster cluster = LocalCluster.create()) {
            assertThatThrownBy(() -> SecretSync.builder()
                            .cluster(cluster)
                            .manifests(STORE)
                            .build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("exclude each other");
        }
    }

    @Test
    @DisplayName("runs on another thread when asked to")
    void async() {
        try (SecretSync sync = sync(STORE, DB)) {
            assertThat(sync.syncAsync().join().orThrow().count(Action.CREATED)).isEqualTo(1);
        }
    }
}
