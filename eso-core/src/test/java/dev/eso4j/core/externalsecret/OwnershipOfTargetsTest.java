package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.SyncBench;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.runtime.Result;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("As to whose a target is:")
class OwnershipOfTargetsTest {
    private final SyncBench bench = new SyncBench();

    @BeforeEach
    void fill() {
        bench.backend.secrets.put("db", "{\"user\":\"svc\"}");
        bench.backend.secrets.put("other", "{\"extra\":\"1\"}");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void retarget(String externalSecret, String target) {
        bench.patch(
                ResourceType.EXTERNAL_SECRETS,
                externalSecret,
                Map.of("spec", Map.of("target", Map.of("name", target))));
    }

    @Nested
    @DisplayName("two ExternalSecrets on one target")
    class Two {
        @Test
        @DisplayName("do not fight: the second is refused with the name of the first, and tried again at its interval")
        void second() {
            bench.externalSecret("first", "target: {name: shared}");
            bench.externalSecret("second", "target: {name: shared}", "dataFrom: [{extract: {key: other}}]");
            bench.changed("first");
            assertThat(bench.changed("second")).isEqualTo(Result.after(Duration.ofHours(1)));
            assertThat(bench.data("shared")).hasValue(Map.of("user", "svc"));
            assertThat(bench.ready("first").status()).isEqualTo("True");
            assertThat(bench.ready("second").reason()).isEqualTo("SecretSyncedError");
            assertThat(bench.ready("second").message()).startsWith("target is owned by another ExternalSecret: first;");
        }

        @Test
        @DisplayName("that merge different keys into one Secret both get theirs, and leave each other alone")
        void merge() {
            bench.local.create(
                    ResourceType.SECRETS,
                    KubeSecret.of(
                            new ObjectMetaBuilder()
                                    .withNamespace("shop")
                                    .withName("shared")
                                    .build(),
                            Map.of("base", "x".getBytes(StandardCharsets.UTF_8)),
                            null,
                            null),
                    "kubectl");
            bench.externalSecret("one", "target: {name: shared, creationPolicy: Merge}");
            bench.externalSecret(
                    "two", "target: {name: shared, creationPolicy: Merge}", "dataFrom: [{extract: {key: other}}]");
            bench.changed("one");
            bench.changed("two");
            assertThat(bench.data("shared")).hasValue(Map.of("base", "x", "user", "svc", "extra", "1"));
            String version = bench.secret("shared").orElseThrow().metadata().getResourceVersion();
            for (int i = 0; i < 3; i++) {
                bench.clock.advance(Duration.ofMinutes(70));
                bench.tick("one");
                bench.tick("two");
            }
            assertThat(bench.secret("shared").orElseThrow().metadata().getResourceVersion())
                    .isEqualTo(version);
            bench.backend.secrets.put("db", "{\"login\":\"svc\"}");
            bench.clock.advance(Duration.ofMinutes(70));
            bench.tick("one");
            bench.tick("two");
            assertThat(bench.data("shared")).hasValue(Map.of("base", "x", "login", "svc", "extra", "1"));
        }
    }

    @Nested
    @DisplayName("a Secret that somebody else made")
    class Foreign {
        private String version() {
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
            return bench.secret("db").orElseThrow().metadata().getResourceVersion();
        }

        @Test
        @DisplayName("is not even labelled while it is not written: policy None, or a fetch that fails")
        void untouched() {
            String version = version();
            bench.externalSecret("none", "target: {name: db, creationPolicy: None}");
            bench.changed("none");
            bench.externalSecret("failing", "target: {name: db}", "dataFrom: [{extract: {key: nowhere}}]");
            bench.changed("failing");
            assertThat(bench.secret("db").orElseThrow().metadata().getResourceVersion())
                    .isEqualTo(version);
        }

        @Test
        @DisplayName("is adopted with the first write of its data, in one write")
        void adopted() {
            version();
            bench.externalSecret("db");
            bench.changed("db");
            assertThat(bench.data("db")).hasValue(Map.of("user", "svc"));
            assertThat(bench.cluster.writes())
                    .containsExactly("create Secret shop/db", "update Secret shop/db", "status ExternalSecret shop/db");
        }
    }

    @Nested
    @DisplayName("when the name of the target changes,")
    class Renamed {
        @Test
        @DisplayName("the old one goes only after the new one has been written")
        void afterwards() {
            bench.externalSecret("db");
            bench.changed("db");
            retarget("db", "renamed");
            bench.cluster.reset();
            bench.events.clear();
            bench.changed("db");
            assertThat(bench.secret("db")).isEmpty();
            assertThat(bench.data("renamed")).hasValue(Map.of("user", "svc"));
            assertThat(bench.cluster.writes().subList(0, 2))
                    .containsExactly("create Secret shop/renamed", "delete Secret shop/db");
            assertThat(bench.events).contains("Normal Deleted secret deleted because it was orphaned");
        }

        @Test
        @DisplayName("the old one stays while the new one cannot be written")
        void stays() {
            bench.externalSecret("db");
            bench.changed("db");
            retarget("db", "renamed");
            bench.cluster.refuse(request -> request.startsWith("create Secret ")
                    ? new ClusterException(ClusterException.Reason.FORBIDDEN, "no")
                    : null);
            bench.changed("db");
            assertThat(bench.data("db")).hasValue(Map.of("user", "svc"));
            bench.cluster.refuse(request -> null);
            bench.tick("db");
            assertThat(bench.secret("db")).isEmpty();
        }

        @Test
        @DisplayName("a Secret that only carries the label of the creator is not taken for an orphan")
        void labelAlone() {
            bench.externalSecret("db");
            bench.changed("db");
            bench.local.create(
                    ResourceType.SECRETS,
                    KubeSecret.of(
                            new ObjectMetaBuilder()
                                    .withNamespace("shop")
                                    .withName("bystander")
                                    .withLabels(Map.of(
                                            Ownership.CREATOR_LABEL,
                                            Ownership.creatorHash("shop", "db"),
                                            Ownership.MANAGED_LABEL,
                                            "true"))
                                    .build(),
                            Map.of(),
                            null,
                            null),
                    "kubectl");
            bench.tickAfter(Duration.ofMinutes(70), "db");
            assertThat(bench.secret("bystander")).isPresent();
        }
    }

    @Nested
    @DisplayName("when the ExternalSecret is deleted,")
    class Deleted {
        private void withFinalizer(String deletion) {
            bench.load(SyncBench.manifest("db", "target: {deletionPolicy: " + deletion + "}")
                    .replace(
                            "{name: db,",
                            "{name: db, finalizers: [" + ExternalSecretFarewell.FINALIZER + ", other/f],"));
            bench.changed("db");
        }

        @Test
        @DisplayName("no finalizer has ever been added")
        void none() {
            bench.externalSecret("db", "target: {deletionPolicy: Delete}");
            bench.changed("db");
            bench.tickAfter(Duration.ofMinutes(70), "db");
            assertThat(bench.get("db").getMetadata().getFinalizers()).isNullOrEmpty();
        }

        @Test
        @DisplayName("the finalizer of the existing operator is honoured and taken off, those of others stay")
        void honoured() {
            withFinalizer("Delete");
            bench.delete("db");
            bench.changed("db");
            assertThat(bench.get("db").getMetadata().getFinalizers()).containsExactly("other/f");
            assertThat(bench.secret("db")).isEmpty();
        }

        @Test
        @DisplayName("it is not synced any more")
        void notSynced() {
            withFinalizer("Retain");
            bench.delete("db");
            bench.backend.calls.clear();
            bench.clock.advance(Duration.ofMinutes(70));
            bench.changed("db");
            bench.changed("db");
            assertThat(bench.backend.calls).isEmpty();
        }

        @Test
        @DisplayName("a Secret of that name that belongs to somebody else is not deleted")
        void notOurs() {
            withFinalizer("Delete");
            bench.patch(ResourceType.SECRETS, "db", Map.of("metadata", Map.of("ownerReferences", List.of())));
            bench.delete("db");
            bench.changed("db");
            assertThat(bench.secret("db")).isPresent();
            assertThat(bench.get("db").getMetadata().getFinalizers()).containsExactly("other/f");
        }

        @Test
        @DisplayName("the finalizer stays while the clean-up does not succeed")
        void cleanupFails() {
            withFinalizer("Delete");
            bench.delete("db");
            bench.cluster.refuse(request -> request.startsWith("delete Secret ")
                    ? new ClusterException(ClusterException.Reason.UNAVAILABLE, "away")
                    : null);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> bench.changed("db"))
                    .isInstanceOf(ClusterException.class);
            assertThat(bench.get("db").getMetadata().getFinalizers()).contains(ExternalSecretFarewell.FINALIZER);
            bench.cluster.refuse(request -> null);
            bench.changed("db");
            assertThat(bench.get("db").getMetadata().getFinalizers()).containsExactly("other/f");
        }
    }

    @Nested
    @DisplayName("of an ExternalSecret of another controller class")
    class OtherClass {
        @Test
        @DisplayName("nothing is read or written, and it has no condition")
        void leftAlone() {
            bench.load("""
                    apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: theirs, namespace: shop}
                    spec: {controller: blue, provider: {memory: {}}}
                    """);
            bench.externalSecret(
                    "db", "data: [{secretKey: a, remoteRef: {key: db}, sourceRef: {storeRef: {name: theirs}}}]");
            bench.cluster.reset();
            assertThat(bench.changed("db")).isEqualTo(Result.done());
            assertThat(bench.cluster.writes()).isEmpty();
            assertThat(bench.status("db").conditions()).isEmpty();
            assertThat(bench.backend.calls).isEmpty();
        }
    }
}
