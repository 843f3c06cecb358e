package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.testkit.CanaryLeak;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("Targets that are no Secrets, on a real API server,")
class ManifestTargetsIT {
    private static final String WIDGET = "manifest: {apiVersion: example.org/v1, kind: Widget}";
    private static final String CONFIG_MAP = "manifest: {apiVersion: v1, kind: ConfigMap}";

    private final CanaryLeak canary = CanaryLeak.open();
    private ControlPlane cluster;
    private Installation installation;
    private String namespace;

    @BeforeEach
    void prepare(ControlPlane cluster) {
        this.cluster = cluster;
        this.installation = Installation.of(cluster, "base");
        this.namespace = cluster.newNamespace();
        crd("Widget", "widgets", "Namespaced");
        cluster.apply(Fixtures.fakeStore(namespace, "fake", canary.value()));
    }

    @AfterEach
    void shownNowhere() {
        canary.look(
                "objects",
                cluster.kubectl("get", "events,externalsecrets,secretstores", "-n", namespace, "-o", "yaml")
                        .replaceAll("(?s)value: " + canary.value(), ""));
        canary.assertNowhere();
        canary.close();
    }

    private void crd(String kind, String plural, String scope) {
        cluster.apply("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %2$s.example.org}
                spec:
                  group: example.org
                  scope: %3$s
                  names: {kind: %1$s, plural: %2$s, singular: %4$s}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      subresources: {status: {}}
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            status: {type: object, x-kubernetes-preserve-unknown-fields: true}
                            spec:
                              type: object
                              properties:
                                mode: {type: string, default: plain}
                                theirs: {type: string}
                                password: {type: string}
                                count: {type: integer}
                                data: {type: object, additionalProperties: {type: string}}
                                hosts:
                                  type: array
                                  items:
                                    type: object
                                    properties:
                                      name: {type: string}
                                      secret: {type: string}
                                      port: {type: integer, default: 80}
                """.formatted(kind, plural, scope, kind.toLowerCase(java.util.Locale.ROOT)));
        cluster.kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd/" + plural + ".example.org");
    }

    /** The rights that an administrator gives beside those of {@code deploy/}. */
    private void grant(String group, String plural, String... verbs) {
        cluster.apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: %4$s-%2$s}
                rules: [{apiGroups: ["%1$s"], resources: [%2$s], verbs: [%3$s]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: %4$s-%2$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %4$s-%2$s}
                subjects: [{kind: ServiceAccount, name: %5$s, namespace: %4$s}]
                """.formatted(
                        group, plural, String.join(", ", verbs), installation.namespace(), installation.account()));
    }

    private void grantAll() {
        grant("example.org", "widgets", "get", "list", "watch", "create", "patch", "delete");
        grant("", "configmaps", "get", "list", "watch", "create", "patch", "delete");
    }

    private OperatorProcess start(String... more) {
        List<String> flags = new java.util.ArrayList<>(
                List.of("--unsafe-allow-generic-targets", "--loglevel=debug", "--namespace=" + namespace));
        flags.addAll(List.of(more));
        return installation.start(flags.toArray(String[]::new));
    }

    private void ended(OperatorProcess operator) {
        assertThat(operator.log()).doesNotContain("\"level\":\"error\"");
        canary.look("the operator's log", operator.log());
    }

    private void externalSecret(String name, String target) {
        cluster.apply("""
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: %s, namespace: %s}
                spec:
                  refreshInterval: 1h
                  secretStoreRef: {name: fake}
                  data: [{secretKey: password, remoteRef: {key: key}}]
                  target: {%s}
                """.formatted(name, namespace, target));
    }

    private void synced(String name) {
        Fixtures.awaitReason(cluster, "externalsecret", namespace, name, "ResourceSynced");
    }

    private void refused(String name, String reason, String... parts) {
        Awaitility.await(name).atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            JsonNode ready = Fixtures.ready(Fixtures.object(cluster, "externalsecret", namespace, name));
            assertThat(ready.path("status").asText() + " "
                            + ready.path("reason").asText())
                    .isEqualTo("False " + reason);
            assertThat(ready.path("message").asText()).contains(parts);
        });
    }

    private JsonNode widget(String name) {
        return Fixtures.object(cluster, "widget", namespace, name);
    }

    /** Which requests the operator made that changed an object of this kind, or were meant to. */
    private List<String> writes(String plural, String name) {
        return cluster.writes().stream()
                .filter(w -> w.user().equals(installation.user())
                        && w.resource().equals(plural)
                        && w.namespace().equals(namespace)
                        && w.name().equals(name))
                .map(w -> w.verb() + " " + w.code())
                .toList();
    }

    /** Has the ExternalSecret synced again, and waits until it was. */
    private void refresh(String name) {
        String before = refreshTime(name);
        Awaitility.await("a second that differs")
                .until(() -> !java.time.Instant.now()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .equals(java.time.Instant.parse(before)));
        cluster.kubectl(
                "annotate", "externalsecret", name, "-n", namespace, "--overwrite", "force-sync=" + System.nanoTime());
        Awaitility.await("another sync of " + name)
                .atMost(Duration.ofSeconds(40))
                .until(() -> !refreshTime(name).equals(before));
    }

    private String refreshTime(String name) {
        return Fixtures.object(cluster, "externalsecret", namespace, name)
                .at("/status/refreshTime")
                .asText();
    }

    @Test
    @DisplayName("are filled, defaulted, shared with other managers, put right, and go with their ExternalSecret")
    void wholeLife() {
        grantAll();
        externalSecret("map", CONFIG_MAP);
        externalSecret(
                "widget",
                WIDGET + ", template: {metadata: {labels: {l: x}}, templateFrom: ["
                        + "{target: 'spec.hosts[0].secret', literal: '{{ .password }}'},"
                        + "{target: 'spec.hosts[1].name', literal: b},"
                        + "{target: spec.count, literal: '42'}]}");
        try (OperatorProcess operator = start()) {
            synced("map");
            synced("widget");
            assertThat(Fixtures.object(cluster, "configmap", namespace, "map")
                            .at("/data/password")
                            .asText())
                    .isEqualTo(canary.value());
            assertThat(widget("widget").path("spec").toString())
                    .isEqualTo("{\"count\":42,\"hosts\":[{\"port\":80,\"secret\":\"" + canary.value()
                            + "\"},{\"name\":\"b\",\"port\":80}],\"mode\":\"plain\"}");

            cluster.pipe("""
                    apiVersion: example.org/v1
                    kind: Widget
                    metadata: {name: widget, namespace: %s, labels: {theirs: x}, finalizers: [example.org/theirs]}
                    spec: {theirs: kept}
                    """.formatted(namespace), "apply", "--server-side", "--field-manager=other", "-f", "-");
            cluster.kubectl(
                    "patch",
                    "widget",
                    "widget",
                    "-n",
                    namespace,
                    "--subresource=status",
                    "--type=merge",
                    "-p",
                    "{\"status\":{\"ready\":true}}");
            refresh("widget");
            // Defaults inside list elements, fields of others and the status are no reason to write.
            assertThat(writes("widgets", "widget")).containsExactly("patch 201");

            cluster.kubectl(
                    "patch", "widget", "widget", "-n", namespace, "--type=merge", "-p", "{\"spec\":{\"count\":7}}");
            Awaitility.await("repair")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(
                            () -> assertThat(widget("widget").at("/spec/count").asInt())
                                    .isEqualTo(42));
            JsonNode repaired = widget("widget");
            assertThat(repaired.at("/spec/theirs").asText()).isEqualTo("kept");
            assertThat(repaired.at("/metadata/labels/theirs").asText()).isEqualTo("x");
            assertThat(repaired.at("/metadata/finalizers/0").asText()).isEqualTo("example.org/theirs");
            assertThat(writes("widgets", "widget")).containsExactly("patch 201", "patch 200");

            cluster.kubectl("delete", "externalsecret", "map", "-n", namespace, "--timeout=20s");
            // The garbage collector learns of new kinds every 30 s.
            Awaitility.await("garbage collection")
                    .atMost(Duration.ofSeconds(75))
                    .until(() -> Fixtures.object(cluster, "configmap", namespace, "map")
                            .isMissingNode());
            ended(operator);
        }
    }

    @Test
    @DisplayName("are refused where they would give rights or have no namespace, unless they are allowed by name")
    void refusedKinds() {
        grantAll();
        crd("Whole", "wholes", "Cluster");
        grant("rbac.authorization.k8s.io", "roles", "get", "list", "watch", "create", "patch");
        externalSecret("ns", "manifest: {apiVersion: v1, kind: Namespace}");
        externalSecret("whole", "manifest: {apiVersion: example.org/v1, kind: Whole}");
        externalSecret(
                "role",
                "manifest: {apiVersion: rbac.authorization.k8s.io/v1, kind: Role}, template: {templateFrom: "
                        + "[{target: rules, literal: '[]'}]}");
        externalSecret("map", CONFIG_MAP);
        try (OperatorProcess operator = start()) {
            refused("ns", "SecretSyncedError", "invalid generic target", "Namespace has no namespace");
            refused("whole", "SecretSyncedError", "Whole.example.org has no namespace");
            refused("role", "SecretSyncedError", "Role.rbac.authorization.k8s.io", "--generic-target-kinds");
            synced("map");
            assertThat(operator.log().lines().filter(l -> l.contains("whoever may read these kinds")))
                    .hasSize(1);
            ended(operator);
        }
        externalSecret("map2", CONFIG_MAP);
        try (OperatorProcess operator =
                start("--generic-target-kinds=Widget.example.org,Role.rbac.authorization.k8s.io")) {
            refused("map2", "SecretSyncedError", "the kind ConfigMap may not be a target here");
            // Allowed here, and refused by the API server, which wants the operator to have what it gives.
            Awaitility.await("role")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(
                                    Fixtures.ready(Fixtures.object(cluster, "externalsecret", namespace, "role"))
                                            .path("message")
                                            .asText())
                            .doesNotContain("--generic-target-kinds"));
            ended(operator);
        }
    }

    @Test
    @DisplayName("of a kind that is installed later, or without rights, say what is missing and come when it is there")
    void missing() {
        externalSecret("later", "manifest: {apiVersion: example.org/v1, kind: Later}");
        externalSecret("widget", WIDGET);
        grant("example.org", "laters", "get", "list", "watch", "create", "patch", "delete");
        try (OperatorProcess operator = start()) {
            refused("later", "ResourceSyncedError", "no kind Later in example.org/v1", "install its CRD");
            refused("widget", "ResourceSyncedError", "cannot get resource \"widgets\"", "grant it by RBAC");
            grant("example.org", "widgets", "get", "list", "watch");
            cluster.kubectl("annotate", "externalsecret", "widget", "-n", namespace, "again=1");
            refused("widget", "ResourceSyncedError", "cannot patch resource \"widgets\"", "grant it by RBAC");
            crd("Later", "laters", "Namespaced");
            grantAll();
            synced("later");
            synced("widget");
            ended(operator);
        } finally {
            cluster.kubectl("delete", "crd", "laters.example.org", "--ignore-not-found");
        }
    }

    @Test
    @DisplayName("that the API server does not take are told of without their values")
    void quoted() {
        grantAll();
        externalSecret(
                "bad", WIDGET + ", template: {templateFrom: [{target: spec.count, literal: '{{ .password }}'}]}");
        externalSecret(
                "unknown", WIDGET + ", template: {templateFrom: [{target: spec.unknown, literal: '{{ .password }}'}]}");
        try (OperatorProcess operator = start()) {
            refused("bad", "ResourceSyncedError", "does not fit the schema", "spec.count (expected numeric");
            refused("unknown", "ResourceSyncedError", "spec.unknown (field not declared in schema)");
            assertThat(Fixtures.ready(Fixtures.object(cluster, "externalsecret", namespace, "bad"))
                            .toString())
                    .doesNotContain(canary.value());
            ended(operator);
        }
    }

    @Test
    @DisplayName("as the existing operator left them cost one write at most, and lose a reference that is wrong now")
    void takeOver() {
        grantAll();
        externalSecret("kept", CONFIG_MAP);
        externalSecret("orphan", CONFIG_MAP + ", creationPolicy: Orphan");
        externalSecret("restored", CONFIG_MAP);
        left("kept", uid("kept"));
        left("orphan", uid("orphan"));
        left("restored", "00000000-0000-4000-8000-000000000000");
        try (OperatorProcess operator = start()) {
            for (String name : List.of("kept", "restored", "orphan")) {
                synced(name);
                JsonNode map = Fixtures.object(cluster, "configmap", namespace, name);
                assertThat(map.at("/data/password").asText()).isEqualTo(canary.value());
                // The garbage collector may have been faster where the owner is unknown; the object comes back.
                assertThat(map.at("/metadata/labels/theirs").asText()).isIn("x", name.equals("restored") ? "" : "x");
            }
            assertThat(writes("configmaps", "kept")).hasSizeLessThanOrEqualTo(1);
            assertThat(owners("kept")).containsExactly(uid("kept"));
            assertThat(owners("restored")).containsExactly(uid("restored"));
            assertThat(owners("orphan")).isEmpty();
            ended(operator);
        }
    }

    private String uid(String externalSecret) {
        return Fixtures.object(cluster, "externalsecret", namespace, externalSecret)
                .at("/metadata/uid")
                .asText();
    }

    private List<String> owners(String configMap) {
        return Fixtures.object(cluster, "configmap", namespace, configMap)
                .at("/metadata/ownerReferences")
                .findValuesAsText("uid");
    }

    /** Created whole, with the name of the program as manager. */
    private void left(String name, String owner) {
        assertThat(cluster.pipe(
                                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %1$s
                  namespace: %2$s
                  labels: {reconcile.external-secrets.io/managed: "true", theirs: x}
                  annotations: {reconcile.external-secrets.io/data-hash: 0123abc}
                  ownerReferences:
                    - {apiVersion: external-secrets.io/v1, kind: ExternalSecret, name: %1$s, uid: %3$s, controller: true, blockOwnerDeletion: true}
                data: {password: %4$s}
                """.formatted(name, namespace, owner, canary.value()),
                                "create",
                                "--field-manager=external-secrets",
                                "-f",
                                "-")
                        .ok())
                .isTrue();
    }
}
