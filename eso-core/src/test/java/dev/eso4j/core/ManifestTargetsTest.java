package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.render.Ownership;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A target that is no Secret")
class ManifestTargetsTest {
    private static final String CONFIG_MAP = "manifest: {apiVersion: v1, kind: ConfigMap}";
    private static final String WIDGET = "manifest: {apiVersion: example.org/v1, kind: Widget}";

    private OperatorBench bench = new OperatorBench(b -> b.genericTargets(Set.of()));

    @AfterEach
    void close() {
        bench.close();
    }

    private static String target(String... members) {
        return "target: {" + String.join(", ", members) + "}";
    }

    private static String template(String body) {
        return "template: {" + body + "}";
    }

    private ConfigMap configMap(String name) {
        return bench.local.get(ResourceType.CONFIG_MAPS, "shop", name).orElseThrow();
    }

    private Object spec(String name) {
        Object spec = bench.local
                .get(OperatorBench.WIDGETS, "shop", name)
                .orElseThrow()
                .getAdditionalProperties()
                .get("spec");
        // Numbers as they are read from JSON.
        return Serialization.unmarshal(Serialization.asJson(spec), Map.class);
    }

    private void widget(String name, Map<String, Object> spec) {
        GenericKubernetesResource widget = new GenericKubernetesResource();
        widget.setApiVersion("example.org/v1");
        widget.setKind("Widget");
        widget.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace("shop")
                .withLabels(Map.of("theirs", "x"))
                .build());
        widget.setAdditionalProperty("spec", spec);
        bench.local.create(OperatorBench.WIDGETS, widget, "kubectl");
    }

    private void synced(String name) {
        bench.check(b -> assertThat(b.ready(name).map(c -> c.reason() + ": " + c.message()))
                .hasValue("ResourceSynced: secret synced"));
    }

    private void refused(String name, String... parts) {
        bench.check(b -> assertThat(b.ready(name).map(c -> c.reason() + ": " + c.message()))
                .hasValueSatisfying(message -> assertThat(message).contains(parts)));
        bench.awaitQuiet();
    }

    @Nested
    @DisplayName("gets")
    class Gets {
        @Test
        @DisplayName("the keys as data, if it is a ConfigMap, with owner, labels and hash like a Secret")
        void configMap() {
            bench.externalSecret("db", target(CONFIG_MAP));
            bench.start();
            synced("db");
            ConfigMap made = ManifestTargetsTest.this.configMap("db");
            assertThat(made.getData()).isEqualTo(Map.of("user", "svc"));
            assertThat(made.getMetadata().getLabels())
                    .containsEntry("reconcile.external-secrets.io/managed", "true")
                    .containsKey("reconcile.external-secrets.io/created-by");
            assertThat(made.getMetadata().getAnnotations()).containsKey("reconcile.external-secrets.io/data-hash");
            assertThat(made.getMetadata().getOwnerReferences())
                    .singleElement()
                    .satisfies(o -> assertThat(o.getName()).isEqualTo("db"));
            bench.check(b -> assertThat(b.events()).contains("Normal Created db Created ConfigMap db"));
        }

        @Test
        @DisplayName("the keys as spec.data, if it is of another kind")
        void other() {
            bench.externalSecret("db", target(WIDGET));
            bench.start();
            synced("db");
            assertThat(spec("db")).isEqualTo(Map.of("data", Map.of("user", "svc")));
        }

        @Test
        @DisplayName("what templates render, at the paths that they name, with types; rendered once")
        void templated() {
            bench.backend.secrets.put("db", "{\"user\":\"{{ .x }}\",\"port\":\"5432\"}");
            bench.externalSecret(
                    "db",
                    target(
                            WIDGET,
                            template(
                                    "metadata: {labels: {l: 'p{{ .port }}'}}, data: {k: '{{ .user }}'}, templateFrom: ["
                                            + "{target: 'spec.hosts[0].port', literal: '{{ .port }}'},"
                                            + "{target: spec.user, literal: '{{ .user | toJson }}'}]")));
            bench.start();
            synced("db");
            GenericKubernetesResource made =
                    bench.local.get(OperatorBench.WIDGETS, "shop", "db").orElseThrow();
            assertThat(spec("db")).isEqualTo(Map.of("hosts", List.of(Map.of("port", 5432)), "user", "{{ .x }}"));
            assertThat(made.getAdditionalProperties().get("data")).isEqualTo(Map.of("k", "{{ .x }}"));
            assertThat(made.getMetadata().getLabels()).containsEntry("l", "p5432");
        }
    }

    @Nested
    @DisplayName("that exists")
    class Existing {
        @Test
        @DisplayName("keeps what is not asked for")
        void keeps() {
            widget("db", Map.of("theirs", 1, "list", List.of("a", "b")));
            bench.externalSecret(
                    "db",
                    target(
                            WIDGET,
                            "creationPolicy: Merge",
                            template("templateFrom: [{target: spec, literal: 'x: 1'}, "
                                    + "{target: spec.deep.er, literal: '{{ .user }}'}]")));
            bench.start();
            synced("db");
            assertThat(spec("db"))
                    .isEqualTo(Map.of("theirs", 1, "list", List.of("a", "b"), "x", 1, "deep", Map.of("er", "svc")));
        }

        @Test
        @DisplayName("is merged into by path, and its lists stay whole")
        void merges() {
            widget("db", Map.of("theirs", 1, "list", List.of(Map.of("a", 1, "b", 2), Map.of("c", 3))));
            bench.externalSecret(
                    "db",
                    target(
                            WIDGET,
                            "creationPolicy: Merge",
                            template("templateFrom: [{target: 'spec.list[0].b', literal: '7'}]")));
            bench.start();
            synced("db");
            assertThat(spec("db"))
                    .isEqualTo(Map.of("theirs", 1, "list", List.of(Map.of("a", 1, "b", 7), Map.of("c", 3))));
            assertThat(bench.local
                            .get(OperatorBench.WIDGETS, "shop", "db")
                            .orElseThrow()
                            .getMetadata()
                            .getLabels())
                    .containsEntry("theirs", "x");
        }

        @Test
        @DisplayName("loses keys that the provider has no more, and no key of others")
        void dropsKeys() {
            bench.backend.secrets.put("db", "{\"user\":\"svc\",\"old\":\"1\"}");
            bench.externalSecret("db", target(CONFIG_MAP));
            bench.start();
            synced("db");
            bench.settle();
            bench.local.patch(ResourceType.CONFIG_MAPS, "shop", "db", Map.of("data", Map.of("theirs", "1")), "kubectl");
            // What this causes must be over before the clock moves, or it counts as the refresh.
            bench.settle();
            bench.backend.secrets.put("db", "{\"user\":\"svc\"}");
            bench.advance(Duration.ofMinutes(70));
            bench.check(b -> assertThat(configMap("db").getData()).isEqualTo(Map.of("user", "svc", "theirs", "1")));
        }

        @Test
        @DisplayName("and belongs to another ExternalSecret is left alone, with its owner's name")
        void taken() {
            bench.externalSecret("first", target("name: shared", CONFIG_MAP));
            bench.start();
            synced("first");
            bench.externalSecret("second", target("name: shared", CONFIG_MAP));
            refused("second", "ResourceSyncedError", "target is owned by another ExternalSecret: first");
        }

        @Test
        @DisplayName("is put right when somebody changes it, and left alone when only its status changes")
        void drift() {
            bench.externalSecret("db", "refreshInterval: 24h", target(WIDGET));
            bench.start();
            synced("db");
            bench.settle();
            bench.cluster.reset();
            bench.local.patchStatus(
                    OperatorBench.WIDGETS, "shop", "db", Map.of("status", Map.of("ready", true)), "controller");
            bench.settle();
            assertThat(bench.cluster.requests()).noneMatch(r -> r.endsWith("Widget shop/db"));
            bench.local.patch(
                    OperatorBench.WIDGETS,
                    "shop",
                    "db",
                    Map.of("spec", Map.of("data", Map.of("user", "x"))),
                    "kubectl");
            bench.check(b -> assertThat(spec("db")).isEqualTo(Map.of("data", Map.of("user", "svc"))));
        }

        @Test
        @DisplayName("costs nothing at a refresh that changes nothing, after a restart one read")
        void unchanged() {
            bench.externalSecret("db", "refreshInterval: 10m", target(WIDGET));
            bench.start();
            synced("db");
            bench.settle();
            bench.cluster.reset();
            bench.advance(Duration.ofMinutes(30));
            bench.settle();
            assertThat(bench.cluster.requests())
                    .contains("status ExternalSecret shop/db")
                    .noneMatch(r -> r.endsWith("Widget shop/db"));
            bench.restart();
            bench.settle();
            bench.cluster.reset();
            bench.advance(Duration.ofMinutes(30));
            bench.settle();
            assertThat(bench.cluster.requests())
                    .filteredOn(r -> r.endsWith("Widget shop/db"))
                    .containsExactly("get Widget shop/db");
        }
    }

    @Test
    @DisplayName("loses what says that we own it when we own it no longer, whoever set that")
    void leftovers() {
        bench.externalSecret("db", target(CONFIG_MAP, "creationPolicy: Orphan"));
        String own = bench.local
                .get(ResourceType.EXTERNAL_SECRETS, "shop", "db")
                .orElseThrow()
                .getMetadata()
                .getUid();
        bench.local.load("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: db
                  namespace: shop
                  labels: {reconcile.external-secrets.io/managed: "true", reconcile.external-secrets.io/created-by: "%s"}
                  ownerReferences: [{apiVersion: external-secrets.io/v1, kind: ExternalSecret, name: db, uid: %s, controller: true}]
                data: {theirs: kept}
                """.formatted(Ownership.creatorHash("shop", "db"), own));
        bench.start();
        synced("db");
        ConfigMap left = configMap("db");
        assertThat(left.getData()).containsEntry("theirs", "kept").containsEntry("user", "svc");
        assertThat(left.getMetadata().getOwnerReferences()).isEmpty();
        assertThat(left.getMetadata().getLabels())
                .containsKey("reconcile.external-secrets.io/managed")
                .doesNotContainKey("reconcile.external-secrets.io/created-by");
    }

    @Nested
    @DisplayName("is removed")
    class Removed {
        @Test
        @DisplayName("when the provider has nothing and the policy says so")
        void deletion() {
            bench.externalSecret("db", target(CONFIG_MAP, "deletionPolicy: Delete"));
            bench.start();
            synced("db");
            bench.settle();
            bench.backend.secrets.remove("db");
            bench.advance(Duration.ofMinutes(70));
            bench.check(b -> assertThat(b.ready("db").map(c -> c.reason())).hasValue("ResourceDeleted"));
            assertThat(bench.local.get(ResourceType.CONFIG_MAPS, "shop", "db")).isEmpty();
        }

        @Test
        @DisplayName("but not if somebody else made it")
        void notOurs() {
            bench.local.load("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: db, namespace: shop}\ndata: {a: b}\n");
            bench.backend.secrets.remove("db");
            bench.externalSecret("db", target(CONFIG_MAP, "deletionPolicy: Delete"));
            bench.start();
            refused("db", "could not delete resource", "was not made by this ExternalSecret");
            assertThat(configMap("db").getData()).isEqualTo(Map.of("a", "b"));
        }

        @Test
        @DisplayName("when its name or its kind changes, after the new one was written")
        void changes() {
            bench.externalSecret("db", target(CONFIG_MAP));
            bench.start();
            synced("db");
            bench.settle();
            bench.externalSecret("db", target("name: other", CONFIG_MAP));
            bench.check(b -> assertThat(b.local.get(ResourceType.CONFIG_MAPS, "shop", "db"))
                    .isEmpty());
            assertThat(configMap("other").getData()).isEqualTo(Map.of("user", "svc"));
            bench.externalSecret("db", target("name: other", WIDGET));
            bench.check(b -> assertThat(b.local.get(ResourceType.CONFIG_MAPS, "shop", "other"))
                    .isEmpty());
            bench.externalSecret("db", "refreshInterval: 1h");
            bench.awaitData("db", Map.of("user", "svc"));
            bench.check(b -> assertThat(b.local.get(OperatorBench.WIDGETS, "shop", "other"))
                    .isEmpty());
            bench.externalSecret("db", target(CONFIG_MAP));
            bench.check(b -> assertThat(b.data("db")).isEmpty());
        }
    }

    @Nested
    @DisplayName("is refused before anything is fetched")
    class Refused {
        @AfterEach
        void nothingFetched() {
            assertThat(bench.backend.reads()).isZero();
        }

        @Test
        @DisplayName("unless they are allowed")
        void disabled() {
            bench.close();
            bench = new OperatorBench();
            bench.externalSecret("db", target(CONFIG_MAP));
            bench.start();
            refused(
                    "db",
                    "SecretSyncedError: invalid generic target: generic targets are disabled. Enable with"
                            + " --unsafe-allow-generic-targets flag");
        }

        @Test
        @DisplayName("if its kind has no namespace")
        void clusterScoped() {
            bench.externalSecret("db", target("manifest: {apiVersion: example.org/v1, kind: Whole}"));
            bench.externalSecret("ns", target("manifest: {apiVersion: v1, kind: Namespace}"));
            bench.start();
            refused("db", "invalid generic target", "Whole.example.org has no namespace");
            refused("ns", "invalid generic target", "Namespace has no namespace");
        }

        @Test
        @DisplayName("if it gives rights, or is not among the kinds that are allowed by name")
        void rights() {
            bench.externalSecret("db", target("manifest: {apiVersion: rbac.authorization.k8s.io/v1, kind: Role}"));
            bench.start();
            refused("db", "Role.rbac.authorization.k8s.io", "--generic-target-kinds");
            bench.close();
            bench = new OperatorBench(b -> b.genericTargets(Set.of("Widget.example.org")));
            bench.externalSecret("db", target(CONFIG_MAP));
            bench.start();
            refused("db", "the kind ConfigMap may not be a target here");
        }

        @Test
        @DisplayName("if there is no such kind")
        void unknown() {
            bench.externalSecret("db", target("manifest: {apiVersion: example.org/v1, kind: Nothing}"));
            bench.start();
            refused("db", "could not get target resource", "no kind Nothing in example.org/v1", "install its CRD");
        }

        @Test
        @DisplayName("if a template would fill what is not content")
        void places() {
            bench.externalSecret(
                    "db",
                    target(WIDGET, template("templateFrom: [{target: metadata.ownerReferences, literal: '[]'}]")));
            bench.externalSecret("st", target(WIDGET, template("templateFrom: [{target: status.x, literal: '[]'}]")));
            bench.start();
            refused("db", "templateFrom[0].target \"metadata.ownerReferences\" is not for templates");
            refused("st", "templateFrom[0].target \"status.x\" is not for templates");
        }
    }

    @Test
    @DisplayName("of kind Secret is a Secret target, with or without permission")
    void secret() {
        bench.close();
        bench = new OperatorBench();
        bench.externalSecret("db", target("manifest: {apiVersion: v1, kind: Secret}"));
        bench.start();
        bench.awaitData("db", Map.of("user", "svc"));
        bench.awaitReady("db");
    }

    @Test
    @DisplayName("that goes comes back")
    void goes() {
        bench.externalSecret("db", "refreshInterval: 24h", target(CONFIG_MAP));
        bench.start();
        synced("db");
        bench.settle();
        bench.local.delete(ResourceType.CONFIG_MAPS, "shop", "db", Preconditions.none());
        bench.check(b ->
                assertThat(b.local.get(ResourceType.CONFIG_MAPS, "shop", "db")).isPresent());
    }
}
