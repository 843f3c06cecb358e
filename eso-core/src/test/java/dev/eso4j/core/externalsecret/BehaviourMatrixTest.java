package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.SyncBench;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.Result;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("creationPolicy and refreshPolicy together decide whether the target")
class BehaviourMatrixTest {
    private static final Duration INTERVAL = Duration.ofMinutes(70);
    private final SyncBench bench = new SyncBench();

    @BeforeEach
    void fill() {
        bench.backend.secrets.put("db", "{\"user\":\"svc\"}");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void start(String creation, String refresh) {
        bench.externalSecret("db", "refreshPolicy: " + refresh, "target: {creationPolicy: " + creation + "}");
        if (creation.equals("Merge")) {
            foreignSecret();
        }
        bench.changed("db");
    }

    private void foreignSecret() {
        bench.local.create(
                ResourceType.SECRETS,
                KubeSecret.of(
                        new ObjectMetaBuilder()
                                .withNamespace("shop")
                                .withName("db")
                                .build(),
                        Map.of("theirs", "x".getBytes(StandardCharsets.UTF_8)),
                        null,
                        null),
                "kubectl");
    }

    private String user() {
        return bench.data("db").map(d -> d.getOrDefault("user", "no key")).orElse("no Secret");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("is created")
    @CsvSource({"Owner, svc", "Orphan, svc", "CreateOrMerge, svc", "Merge, no Secret", "None, no Secret"})
    void creates(String creation, String user) {
        for (String refresh : List.of("Periodic", "OnChange", "CreatedOnce")) {
            bench.externalSecret("db", "refreshPolicy: " + refresh, "target: {creationPolicy: " + creation + "}");
            bench.changed("db");
            assertThat(user()).as(refresh).isEqualTo(user);
            assertThat(bench.ready("db").status()).isEqualTo("True");
            bench.delete("db");
            bench.secret("db").ifPresent(s -> bench.deleteSecret("db"));
        }
    }

    @ParameterizedTest(name = "{0} {1}: after the interval {2}, after a change of the ExternalSecret {3}")
    @DisplayName("follows the provider")
    @CsvSource({
        "Owner, Periodic, new, new",
        "Owner, OnChange, svc, new",
        "Owner, CreatedOnce, svc, svc",
        "Orphan, Periodic, new, new",
        "Orphan, OnChange, svc, new",
        "Orphan, CreatedOnce, svc, svc",
        "Merge, Periodic, new, new",
        "Merge, OnChange, svc, new",
        "Merge, CreatedOnce, svc, svc",
        "CreateOrMerge, Periodic, new, new",
        "CreateOrMerge, OnChange, svc, new",
        "CreateOrMerge, CreatedOnce, svc, svc",
        "None, Periodic, no Secret, no Secret",
    })
    void follows(String creation, String refresh, String afterInterval, String afterChange) {
        start(creation, refresh);
        bench.backend.secrets.put("db", "{\"user\":\"new\"}");
        bench.tickAfter(INTERVAL, "db");
        assertThat(user()).isEqualTo(afterInterval);
        bench.patch(ResourceType.EXTERNAL_SECRETS, "db", Map.of("metadata", Map.of("labels", Map.of("a", "b"))));
        bench.changed("db");
        assertThat(user()).isEqualTo(afterChange);
    }

    @ParameterizedTest(name = "{0} {1}: at once {2}, after the interval {3}, after a change {4}")
    @DisplayName("comes back when somebody deletes it")
    @CsvSource({
        "Owner, Periodic, svc, svc, svc",
        "Owner, OnChange, svc, svc, svc",
        "Owner, CreatedOnce, svc, svc, svc",
        "CreateOrMerge, Periodic, svc, svc, svc",
        "CreateOrMerge, OnChange, svc, svc, svc",
        "CreateOrMerge, CreatedOnce, svc, svc, svc",
        "Orphan, Periodic, no Secret, svc, svc",
        "Orphan, OnChange, no Secret, no Secret, svc",
        "Orphan, CreatedOnce, no Secret, no Secret, no Secret",
        "Merge, Periodic, no Secret, no Secret, no Secret",
        "Merge, CreatedOnce, no Secret, no Secret, no Secret",
    })
    void recreates(String creation, String refresh, String atOnce, String afterInterval, String afterChange) {
        start(creation, refresh);
        bench.deleteSecret("db");
        bench.changed("db");
        assertThat(user()).isEqualTo(atOnce);
        bench.tickAfter(INTERVAL, "db");
        assertThat(user()).isEqualTo(afterInterval);
        bench.patch(ResourceType.EXTERNAL_SECRETS, "db", Map.of("metadata", Map.of("labels", Map.of("a", "b"))));
        bench.changed("db");
        assertThat(user()).isEqualTo(afterChange);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("outlives its ExternalSecret")
    @CsvSource({"Owner, no Secret", "Orphan, svc", "Merge, svc", "CreateOrMerge, svc"})
    void survives(String creation, String afterwards) {
        start(creation, "Periodic");
        bench.delete("db");
        bench.changed("db");
        assertThat(user()).isEqualTo(afterwards);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is repaired at once when somebody edits it, whatever interval, policy and windows say")
    @ValueSource(
            strings = {
                "refreshInterval: 0s",
                "refreshPolicy: CreatedOnce",
                "refreshPolicy: OnChange",
                "syncWindows: {kind: deny, windows: [{schedule: '* * * * *', duration: 1h}]}"
            })
    void repairs(String member) {
        bench.externalSecret("db", member);
        bench.changed("db");
        bench.patch(ResourceType.SECRETS, "db", Map.of("data", Map.of("user", "ZWRpdGVk")));
        bench.changed("db");
        assertThat(user()).isEqualTo("svc");
    }

    @Test
    @DisplayName("is repaired in what we set of its metadata too: labels, annotations, owner")
    void repairsMetadata() {
        bench.load(SyncBench.manifest("db").replace("{name: db,", "{name: db, labels: {app: shop},"));
        bench.changed("db");
        String version = bench.secret("db").orElseThrow().metadata().getResourceVersion();
        bench.changed("db");
        assertThat(bench.secret("db").orElseThrow().metadata().getResourceVersion())
                .isEqualTo(version);
        for (Map<String, ?> damage : List.<Map<String, ?>>of(
                Map.of("labels", Map.of("app", "other")),
                Map.of("labels", Map.of("reconcile.external-secrets.io/managed", "false")),
                Map.of("labels", Map.of("reconcile.external-secrets.io/created-by", "me")),
                Map.of("annotations", Map.of("reconcile.external-secrets.io/data-hash", "wrong")),
                Map.of("ownerReferences", List.of()))) {
            bench.patch(ResourceType.SECRETS, "db", Map.of("metadata", damage));
            bench.changed("db");
            KubeSecret repaired = bench.secret("db").orElseThrow();
            assertThat(repaired.metadata().getLabels())
                    .containsEntry("app", "shop")
                    .containsEntry("reconcile.external-secrets.io/managed", "true")
                    .doesNotContainValue("me");
            assertThat(repaired.metadata().getAnnotations()).doesNotContainValue("wrong");
            assertThat(repaired.metadata().getOwnerReferences()).hasSize(1);
        }
    }

    @Test
    @DisplayName("is left alone by an edit of it under Orphan until a refresh is due")
    void orphanNotRepaired() {
        start("Orphan", "Periodic");
        bench.patch(ResourceType.SECRETS, "db", Map.of("data", Map.of("user", "ZWRpdGVk")));
        bench.changed("db");
        assertThat(user()).isEqualTo("edited");
        bench.tickAfter(INTERVAL, "db");
        assertThat(user()).isEqualTo("svc");
    }

    @Test
    @DisplayName("with interval zero is synced once, tried until that succeeds, and never again, not even on a change")
    void intervalZero() {
        bench.backend.secrets.clear();
        bench.externalSecret("db", "refreshInterval: 0s");
        for (int i = 0; i < 3; i++) {
            assertThat(bench.changed("db")).isEqualTo(Result.retry());
        }
        bench.backend.secrets.put("db", "{\"user\":\"svc\"}");
        assertThat(bench.tickAfter(Duration.ofSeconds(3), "db")).isEqualTo(Result.done());
        assertThat(user()).isEqualTo("svc");
        bench.backend.secrets.put("db", "{\"user\":\"new\"}");
        bench.patch(ResourceType.EXTERNAL_SECRETS, "db", Map.of("metadata", Map.of("labels", Map.of("a", "b"))));
        assertThat(bench.changed("db")).isEqualTo(Result.done());
        assertThat(user()).isEqualTo("svc");
    }

    @Test
    @DisplayName("is synced again when the ExternalSecret is recreated, under every policy")
    void recreatedExternalSecret() {
        start("Orphan", "CreatedOnce");
        bench.clock.advance(Duration.ofSeconds(3));
        bench.backend.secrets.put("db", "{\"user\":\"new\"}");
        bench.delete("db");
        bench.changed("db");
        bench.externalSecret("db", "refreshPolicy: CreatedOnce", "target: {creationPolicy: Orphan}");
        bench.changed("db");
        assertThat(user()).isEqualTo("new");
    }

    @Test
    @DisplayName("with None is not even fetched")
    void noneFetchesNothing() {
        start("None", "Periodic");
        assertThat(bench.backend.reads()).isZero();
        assertThat(bench.ready("db").reason()).isEqualTo("SecretSynced");
    }

    @Test
    @DisplayName("with Merge is not fetched for while it does not exist: values nobody gets, nobody should issue")
    void mergeFetchesNothing() {
        bench.externalSecret("db", "target: {creationPolicy: Merge}");
        bench.changed("db");
        assertThat(bench.backend.reads()).isZero();
        assertThat(bench.ready("db").status()).isEqualTo("True");
        assertThat(bench.ready("db").reason()).isEqualTo("SecretMissing");
        assertThat(bench.ready("db").message()).isEqualTo("secret will not be created due to CreationPolicy=Merge");
        assertThat(bench.awaited).hasSize(1);
        foreignSecret();
        bench.changed("db");
        assertThat(bench.data("db").orElseThrow()).isEqualTo(Map.of("theirs", "x", "user", "svc"));
        assertThat(bench.ready("db").reason()).isEqualTo("SecretSynced");
    }
}
