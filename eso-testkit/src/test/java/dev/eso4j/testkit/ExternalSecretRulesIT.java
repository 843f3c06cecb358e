package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithControlPlane
@DisplayName("The API server refuses an ExternalSecret")
class ExternalSecretRulesIT {
    private static final String DATA = "data: [{secretKey: a, remoteRef: {key: b}}]";
    private static final String TOKEN_TYPE = "type: kubernetes.io/service-account-token";

    @BeforeAll
    static void install(ControlPlane cluster) {
        cluster.installCrds();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(
                        "that deletes a target which it does not own: Merge",
                        target("deletionPolicy: Delete, creationPolicy: Merge"),
                        "spec.target.deletionPolicy: Invalid value: deletionPolicy Delete is only for a target that the"
                                + " ExternalSecret owns: set creationPolicy to Owner, or deletionPolicy to Retain or Merge",
                        target("deletionPolicy: Delete, creationPolicy: Owner")),
                arguments(
                        "that deletes a target which it does not own: CreateOrMerge",
                        target("deletionPolicy: Delete, creationPolicy: CreateOrMerge"),
                        "deletionPolicy Delete is only for a target",
                        target("deletionPolicy: Retain, creationPolicy: CreateOrMerge")),
                arguments(
                        "that deletes a target which it does not own: None",
                        target("deletionPolicy: Delete, creationPolicy: None"),
                        "deletionPolicy Delete is only for a target",
                        target("deletionPolicy: Retain, creationPolicy: None")),
                arguments(
                        "that deletes a target which it does not own: Orphan",
                        target("deletionPolicy: Delete, creationPolicy: Orphan"),
                        "deletionPolicy Delete is only for a target",
                        target("deletionPolicy: Delete")),
                arguments(
                        "that takes keys from a target which it does not write",
                        target("deletionPolicy: Merge, creationPolicy: None"),
                        "spec.target.deletionPolicy: Invalid value: deletionPolicy Merge has nothing to take keys from",
                        target("deletionPolicy: Merge, creationPolicy: Merge")),
                arguments(
                        "without an entry",
                        "secretStoreRef: {name: s}, data: [], dataFrom: []",
                        "spec: Invalid value: there is nothing to fetch: add an entry to data or to dataFrom",
                        "secretStoreRef: {name: s}, dataFrom: [{extract: {key: k}}]"),
                arguments(
                        "that makes a token Secret for a named service account",
                        template(TOKEN_TYPE + ", metadata: {annotations: {kubernetes.io/service-account.name: root}}"),
                        "spec.target.template: Invalid value: a Secret of type kubernetes.io/service-account-token for a"
                                + " named account would be given a lasting token",
                        template(TOKEN_TYPE + ", metadata: {annotations: {other: root}}")),
                arguments(
                        "that makes a token Secret with annotations from a template, however that is spelled",
                        template(TOKEN_TYPE + ", templateFrom: [{target: aNNotations, literal: x}]"),
                        "may not take its annotations from a template",
                        template("templateFrom: [{target: aNNotations, literal: x}]")),
                arguments(
                        "that makes a bootstrap token",
                        template("type: bootstrap.kubernetes.io/token"),
                        "spec.target.template.type: Invalid value: a Secret of type bootstrap.kubernetes.io/token would let"
                                + " its owner join nodes",
                        template("type: kubernetes.io/tls")),
                arguments(
                        "whose template reaches into other parts of a Secret",
                        template(
                                "templateFrom: [{target: Data, literal: x}, {target: metadata.ownerReferences, literal: x}]"),
                        "spec.target.template.templateFrom: Invalid value: a template fills Data, Annotations or Labels of"
                                + " a Secret",
                        template(
                                "templateFrom: [{target: DATA, literal: x}, {target: '', literal: x}, {target: labels, literal: x}]")),
                arguments(
                        "whose template reaches into other parts of a Secret that is named as a manifest",
                        target(
                                "manifest: {apiVersion: v1, kind: Secret}, template: {templateFrom: [{target: type, literal: x}]}"),
                        "a template fills Data, Annotations or Labels",
                        target(
                                "manifest: {apiVersion: v1, kind: ConfigMap}, template: {templateFrom: [{target: spec.x, literal: x}]}")),
                arguments(
                        "with two sources in one entry of dataFrom",
                        "dataFrom: [{extract: {key: k}, find: {name: {regexp: x}}}]",
                        "spec.dataFrom[0]: Invalid value: an entry of dataFrom has one source",
                        "dataFrom: [{extract: {key: k}}, {find: {name: {regexp: x}}}]"),
                arguments(
                        "with a generator beside another source",
                        "dataFrom: [{extract: {key: k}, sourceRef: {generatorRef: {kind: UUID, name: g}}}]",
                        "an entry of dataFrom has one source",
                        "dataFrom: [{sourceRef: {generatorRef: {kind: UUID, name: g}}}]"),
                arguments(
                        "with an entry of dataFrom without a source",
                        "dataFrom: [{rewrite: [{regexp: {source: a, target: b}}]}]",
                        "spec.dataFrom[0]: Invalid value: an entry of dataFrom needs a source",
                        "dataFrom: [{find: {}, rewrite: [{regexp: {source: a, target: b}}]}]"),
                arguments(
                        "with an entry of dataFrom that only names a store",
                        "dataFrom: [{sourceRef: {storeRef: {name: s}}}]",
                        "sourceRef.storeRef says where to read but not what: add extract or find",
                        "dataFrom: [{extract: {key: k}, sourceRef: {storeRef: {name: s}}}]"),
                arguments(
                        "with an empty sourceRef",
                        "dataFrom: [{extract: {key: k}, sourceRef: {}}]",
                        "spec.dataFrom[0].sourceRef: Invalid value: sourceRef names one source: set either storeRef or"
                                + " generatorRef",
                        "data: [{secretKey: a, remoteRef: {key: b}, sourceRef: {storeRef: {name: s}}}]"),
                arguments(
                        "that names a key twice, whatever its deletion policy",
                        target("deletionPolicy: Delete")
                                .replace(
                                        DATA,
                                        "data: [{secretKey: a, remoteRef: {key: b}}, {secretKey: a, remoteRef: {key: c}}]"),
                        "spec.data[1]: Duplicate value: {\"secretKey\":\"a\"}",
                        target("deletionPolicy: Delete")
                                .replace(
                                        DATA,
                                        "data: [{secretKey: a, remoteRef: {key: b}}, {secretKey: A, remoteRef: {key: b}}]")),
                arguments(
                        "with a sync window whose duration is not one",
                        DATA + ", syncWindows: {kind: allow, windows: [{schedule: '@daily', duration: 1d}]}",
                        "spec.syncWindows.windows[0].duration: Invalid value: \"1d\": a duration is a number and a unit",
                        DATA + ", syncWindows: {kind: deny, windows: [{schedule: '0 22 * * 1-5', duration: 1h30m}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    @DisplayName("with a message that names the field, the cause and what to write; a corrected one is taken")
    void rule(String title, String bad, String message, String good, ControlPlane cluster) {
        KubectlResult refused = create(cluster, bad);
        KubectlResult taken = create(cluster, good);

        assertThat(refused.ok()).as(title).isFalse();
        assertThat(refused.err()).contains(message);
        assertThat(taken.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1h", "1h0m0s", "30s", "'0'", "0s", "-1s", "-1h30m", "1.5h", "100ms", "1h0.5m", "10us", "+5m", "24h"
            })
    @DisplayName("not for any duration that Go reads, negative ones included")
    void goodInterval(String interval, ControlPlane cluster) {
        assertThat(create(cluster, DATA + ", refreshInterval: " + interval).err())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1w", "'60'", "''", "hourly", "1 h", "1h 30m", "h", "9999999h"})
    @DisplayName("for an interval that is not a duration")
    void badInterval(String interval, ControlPlane cluster) {
        assertThat(create(cluster, DATA + ", refreshInterval: " + interval).err())
                .contains("spec.refreshInterval: Invalid value", "a duration is a number and a unit");
    }

    @Test
    @DisplayName("with every reason at once")
    void together(ControlPlane cluster) {
        assertThat(create(cluster, "refreshInterval: 1d, target: {deletionPolicy: Delete, creationPolicy: None}")
                        .err())
                .contains(
                        "spec.refreshInterval:",
                        "spec.target.deletionPolicy:",
                        "spec: Invalid value: there is nothing to fetch");
    }

    @Test
    @DisplayName("not for its size: a thousand keys and a hundred sources pass the rules")
    void large(ControlPlane cluster) {
        String data = Stream.iterate(0, i -> i + 1)
                .limit(1000)
                .map(i -> "{secretKey: k" + i + ", remoteRef: {key: k" + i + "}}")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        String from = Stream.generate(() -> "{extract: {key: k}}")
                .limit(100)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();

        assertThat(create(cluster, "data: [" + data + "], dataFrom: [" + from + "]")
                        .err())
                .isEmpty();
    }

    @Test
    @DisplayName("not when it was stored before the rules and only its status, labels or finalizers change")
    void ratcheted(ControlPlane cluster) {
        String namespace = cluster.newNamespace();
        String crd = "externalsecrets.external-secrets.io";
        String rules = "{\"op\":\"remove\",\"path\":\"/spec/versions/%d/schema/openAPIV3Schema/properties/spec"
                + "/x-kubernetes-validations\"}";
        String lax = "[" + rules.formatted(0) + "," + rules.formatted(1) + "]";
        cluster.kubectl("patch", "crd", crd, "--type=json", "-p", lax);
        String empty = manifest(namespace, "empty", "secretStoreRef: {name: s}");
        await().until(() -> cluster.pipe(empty, "create", "-f", "-").ok());
        cluster.installCrds();
        await().until(() -> !create(cluster, "secretStoreRef: {name: s}").ok());

        cluster.kubectl(
                "-n",
                namespace,
                "patch",
                "es",
                "empty",
                "--type=merge",
                "-p",
                "{\"metadata\":{\"finalizers\":[\"example.com/f\"]}}");
        cluster.kubectl(
                "-n",
                namespace,
                "patch",
                "es",
                "empty",
                "--subresource=status",
                "--type=merge",
                "-p",
                "{\"status\":{\"syncedResourceVersion\":\"1-x\"}}");
        cluster.kubectl("-n", namespace, "delete", "es", "empty", "--wait=false");
        cluster.kubectl(
                "-n", namespace, "patch", "es", "empty", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}");

        assertThat(cluster.kubectl("-n", namespace, "get", "es", "-o", "name")).isEmpty();
    }

    private static String target(String fields) {
        return DATA + ", target: {" + fields + "}";
    }

    private static String template(String fields) {
        return target("template: {" + fields + "}");
    }

    private static KubectlResult create(ControlPlane cluster, String spec) {
        return cluster.pipe(
                manifest("default", "it", spec), "create", "--validate=strict", "--dry-run=server", "-f", "-");
    }

    private static String manifest(String namespace, String name, String spec) {
        return """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: %s, namespace: %s}
                spec: {%s}
                """.formatted(name, namespace, spec);
    }
}
