package dev.eso4j.standalone.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.standalone.process.Fixtures;
import dev.eso4j.standalone.process.Installation;
import dev.eso4j.standalone.process.OperatorProcess;
import dev.eso4j.testkit.ApiWrite;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ExternalSecret in one of two namespaces × kind of store × namespace of the store × namespace of what it references. Each
 * namespace has a Secret {@code key}, whose value says whose it is, and a ServiceAccount that may read it and no other.
 */
@WithControlPlane
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("From its namespace a tenant")
class TenantMatrixIT {
    private ControlPlane cluster;
    private Installation installation;
    private OperatorProcess operator;
    private String us;
    private String them;
    private int row;

    @BeforeAll
    void start(ControlPlane controlPlane) {
        cluster = controlPlane;
        installation = Installation.of(cluster, "base");
        us = tenant("us");
        them = tenant("them");
        operator = installation.start("--loglevel=debug");
        operator.awaitReady();
    }

    @AfterAll
    void stop() {
        operator.close();
    }

    /**
     * One row of the matrix.
     *
     * @param what what is tried from the namespace {@code us}
     * @param kind the kind of store that is asked for
     * @param conditions the conditions of the store
     * @param spec the spec of the kubernetes provider, {@code US} and {@code THEM} standing for the namespaces; the empty
     *     text for no store
     * @param outcome the value, or a part of the message
     */
    private record Row(String what, String kind, String conditions, String spec, String outcome) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static final String SERVER = "server: {url: SERVER, caBundle: CA}, ";
    private static final String OUR_TOKEN = "auth: {token: {bearerToken: {name: token, key: token}}}";
    private static final String THEIR_TOKEN =
            "auth: {token: {bearerToken: {name: token, key: token, namespace: THEM}}}";
    private static final String NOT_OURS = "names another namespace than that of the SecretStore";
    private static final String DENIED = "is not allowed from namespace \"US\": denied by spec.condition";

    static Stream<Row> rows() {
        return Stream.of(
                row("reads by a store of its own", "SecretStore", "", at("US") + OUR_TOKEN, "of us"),
                row(
                        "may write its own namespace out",
                        "SecretStore",
                        "",
                        at("US") + OUR_TOKEN.replace("key: token", "key: token, namespace: US"),
                        "of us"),
                row(
                        "reads as a ServiceAccount of its own",
                        "SecretStore",
                        "",
                        at("US") + "auth: {serviceAccount: {name: reader}}",
                        "of us"),
                row("is refused another one's token", "SecretStore", "", at("THEM") + THEIR_TOKEN, NOT_OURS),
                row(
                        "is refused another one's ServiceAccount",
                        "SecretStore",
                        "",
                        at("THEM") + "auth: {serviceAccount: {name: reader, namespace: THEM}}",
                        NOT_OURS),
                row(
                        "is refused another one's client certificate",
                        "SecretStore",
                        "",
                        at("THEM") + "auth: {cert: {clientCert: {name: token, key: token, namespace: THEM},"
                                + " clientKey: {name: token, key: token, namespace: THEM}}}",
                        NOT_OURS),
                row(
                        "is refused another one's kubeconfig",
                        "SecretStore",
                        "",
                        "remoteNamespace: THEM, authRef: {name: token, key: kubeconfig, namespace: THEM}",
                        NOT_OURS),
                row(
                        "is refused another one's certificate authority in a Secret",
                        "SecretStore",
                        "",
                        "remoteNamespace: US, server: {url: SERVER, caProvider: {type: Secret, name: token, key: ca,"
                                + " namespace: THEM}}, " + OUR_TOKEN,
                        "caProvider.namespace must not be set"),
                row(
                        "is refused another one's certificate authority in a ConfigMap",
                        "SecretStore",
                        "",
                        "remoteNamespace: US, server: {url: SERVER, caProvider: {type: ConfigMap, name: ca, key: ca,"
                                + " namespace: THEM}}, " + OUR_TOKEN,
                        "caProvider.namespace must not be set"),
                row(
                        "does not get beyond its token's rights",
                        "SecretStore",
                        "",
                        at("THEM") + OUR_TOKEN,
                        "may not get Secrets"),
                row(
                        "finds no store of another namespace",
                        "SecretStore",
                        "",
                        "",
                        "could not get SecretStore \"theirs\" in namespace \"US\", it does not exist"),
                row(
                        "finds no ClusterSecretStore under the name of another one's SecretStore",
                        "ClusterSecretStore",
                        "",
                        "",
                        "could not get ClusterSecretStore \"theirs\", it does not exist"),
                row(
                        "reads by a ClusterSecretStore that is for all",
                        "ClusterSecretStore",
                        "",
                        at("THEM") + THEIR_TOKEN,
                        "of them"),
                row(
                        "reads by a ClusterSecretStore that names it",
                        "ClusterSecretStore",
                        "{namespaces: [US]}",
                        at("THEM") + THEIR_TOKEN,
                        "of them"),
                row(
                        "reads by a ClusterSecretStore that selects it by label",
                        "ClusterSecretStore",
                        "{namespaceSelector: {matchLabels: {tenant: us}}}",
                        at("THEM") + THEIR_TOKEN,
                        "of them"),
                row(
                        "reads by a ClusterSecretStore that matches its name",
                        "ClusterSecretStore",
                        "{namespaceRegexes: ['^US$']}",
                        at("THEM") + THEIR_TOKEN,
                        "of them"),
                row(
                        "reads by a ClusterSecretStore of whose conditions one is met",
                        "ClusterSecretStore",
                        "{namespaces: [THEM]}, {namespaceSelector: {matchExpressions:"
                                + " [{key: tenant, operator: In, values: [us]}]}}",
                        at("THEM") + THEIR_TOKEN,
                        "of them"),
                row(
                        "is denied a ClusterSecretStore whose expression leaves it out",
                        "ClusterSecretStore",
                        "{namespaceSelector: {matchExpressions: [{key: tenant, operator: NotIn, values: [us]}]}}",
                        at("THEM") + THEIR_TOKEN,
                        DENIED),
                row(
                        "is denied a ClusterSecretStore whose selector is met in part",
                        "ClusterSecretStore",
                        "{namespaceSelector: {matchLabels: {tenant: us, stage: live}}}",
                        at("THEM") + THEIR_TOKEN,
                        DENIED),
                row(
                        "is denied a ClusterSecretStore that matches a longer name",
                        "ClusterSecretStore",
                        "{namespaceRegexes: ['^US-.*$']}",
                        at("THEM") + THEIR_TOKEN,
                        DENIED),
                row(
                        "is denied a ClusterSecretStore that names others, even with a ServiceAccount of its own",
                        "ClusterSecretStore",
                        "{namespaces: [THEM]}",
                        at("US") + "auth: {serviceAccount: {name: reader}}",
                        DENIED),
                row(
                        "is denied a ClusterSecretStore that names others",
                        "ClusterSecretStore",
                        "{namespaces: [THEM]}",
                        at("THEM") + THEIR_TOKEN,
                        DENIED),
                row(
                        "is denied a ClusterSecretStore that selects others by label",
                        "ClusterSecretStore",
                        "{namespaceSelector: {matchLabels: {tenant: them}}}",
                        at("THEM") + THEIR_TOKEN,
                        DENIED),
                row(
                        "is denied a ClusterSecretStore that matches others' names",
                        "ClusterSecretStore",
                        "{namespaceRegexes: ['^THEM$']}",
                        at("THEM") + THEIR_TOKEN,
                        DENIED),
                row(
                        "is denied a ClusterSecretStore whose condition says nothing",
                        "ClusterSecretStore",
                        "{}",
                        at("THEM") + THEIR_TOKEN,
                        DENIED),
                row(
                        "brings its own ServiceAccount to a ClusterSecretStore without a namespace",
                        "ClusterSecretStore",
                        "",
                        at("US") + "auth: {serviceAccount: {name: reader}}",
                        "of us"),
                row(
                        "gets no further than that ServiceAccount does",
                        "ClusterSecretStore",
                        "",
                        at("THEM") + "auth: {serviceAccount: {name: reader}}",
                        "403"),
                row(
                        "cannot use a ClusterSecretStore that leaves the namespace of its token out",
                        "ClusterSecretStore",
                        "",
                        at("US") + OUR_TOKEN,
                        "bearerToken.namespace is missing"),
                row(
                        "cannot use one that leaves the namespace of its certificate authority out",
                        "ClusterSecretStore",
                        "",
                        "remoteNamespace: THEM, server: {url: SERVER, caProvider: {type: ConfigMap, name: ca, key: ca}}, "
                                + THEIR_TOKEN,
                        "caProvider.namespace is missing"));
    }

    private static Row row(String what, String kind, String conditions, String spec, String outcome) {
        return new Row(what, kind, conditions, spec, outcome);
    }

    private static String at(String namespace) {
        return "remoteNamespace: " + namespace + ", " + SERVER;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("reaches what it may and nothing else:")
    void matrix(Row test) {
        String name = "row-" + us + "-" + ++row;
        String store = test.spec().isEmpty() ? "theirs" : name;
        if (!test.spec().isEmpty()) {
            cluster.apply(store(test, name));
        }
        int before = cluster.writes().size();
        cluster.apply(externalSecret(name, test.kind(), store));
        if (test.outcome().startsWith("of ")) {
            Fixtures.awaitReason(cluster, "externalsecret", us, name, "SecretSynced");
            assertThat(Fixtures.value(cluster, us, name, "password")).isEqualTo(test.outcome());
            return;
        }
        JsonNode refused = Fixtures.awaitReason(cluster, "externalsecret", us, name, "SecretSyncedError");
        assertThat(refused.path("message").asText()).contains(named(test.outcome()));
        assertThat(Fixtures.object(cluster, "secret", us, name).isMissingNode()).isTrue();
        // No token of another namespace was asked for, not even for nothing.
        List<ApiWrite> writes = cluster.writes();
        assertThat(writes.subList(before, writes.size()))
                .filteredOn(w -> w.user().equals(installation.user()))
                .noneMatch(w -> w.resource().equals("serviceaccounts/token")
                        && !w.namespace().equals(us));
    }

    @Test
    @DisplayName("reaches nothing by an entry that names a store of its own choice: all or nothing is written")
    void byAnEntry() {
        Row denied = row("", "ClusterSecretStore", "{namespaces: [THEM]}", at("THEM") + THEIR_TOKEN, "");
        cluster.apply(store(denied, "entry-" + us));
        String allowed = externalSecret("by-entry", "SecretStore", "reader");
        cluster.apply(allowed.replace(
                "data: [",
                "data: [{secretKey: stolen, remoteRef: {key: key, property: p}, sourceRef: {storeRef:"
                        + " {kind: ClusterSecretStore, name: entry-" + us + "}}}, "));
        JsonNode refused = Fixtures.awaitReason(cluster, "externalsecret", us, "by-entry", "SecretSyncedError");
        assertThat(refused.path("message").asText()).contains(named(DENIED));
        assertThat(Fixtures.object(cluster, "secret", us, "by-entry").isMissingNode())
                .isTrue();
    }

    @Test
    @DisplayName("is let in by a label that its namespace gets, and shut out when it loses it, at once")
    void relabelled() {
        Row selects = row(
                "",
                "ClusterSecretStore",
                "{namespaceSelector: {matchLabels: {guest: of-THEM}}}",
                at("THEM") + THEIR_TOKEN,
                "");
        cluster.apply(store(selects, "guests-" + us));
        cluster.apply(externalSecret("guest", "ClusterSecretStore", "guests-" + us));
        Fixtures.awaitReason(cluster, "externalsecret", us, "guest", "SecretSyncedError");
        cluster.kubectl("label", "namespace", us, "guest=of-" + them);
        Fixtures.awaitReason(cluster, "externalsecret", us, "guest", "SecretSynced");
        assertThat(Fixtures.value(cluster, us, "guest", "password")).isEqualTo("of them");
        cluster.kubectl("label", "namespace", us, "guest-");
        JsonNode refused = Fixtures.awaitReason(cluster, "externalsecret", us, "guest", "SecretSyncedError");
        assertThat(refused.path("message").asText()).contains(named(DENIED));
    }

    private String tenant(String name) {
        String namespace = cluster.newNamespace();
        cluster.kubectl("label", "namespace", namespace, "tenant=" + name);
        // Not named after what it is for: it brings the ServiceAccount and its rights, and a store that others try to
        // use.
        cluster.apply(Fixtures.kubernetesStore(cluster, namespace, "reader"));
        cluster.apply(Fixtures.fakeStore(namespace, name.equals("them") ? "theirs" : "ours", "of " + name));
        String token =
                cluster.kubectl("create", "token", "reader", "-n", namespace).strip();
        List<String> literals = new ArrayList<>(List.of(
                "--from-literal=token=" + token,
                "--from-literal=kubeconfig=" + cluster.kubeconfigForToken(token),
                "--from-literal=ca=" + pem()));
        create(namespace, "secret", "generic", "token", literals);
        create(namespace, "secret", "generic", "key", List.of("--from-literal=p=of " + name));
        create(namespace, "configmap", "ca", "", List.of("--from-literal=ca=" + pem()));
        return namespace;
    }

    private void create(String namespace, String kind, String first, String second, List<String> literals) {
        List<String> args = new ArrayList<>(List.of("create", kind, first));
        if (!second.isEmpty()) {
            args.add(second);
        }
        args.addAll(List.of("-n", namespace));
        args.addAll(literals);
        cluster.kubectl(args.toArray(String[]::new));
    }

    private String pem() {
        return new String(Base64.getDecoder().decode(Fixtures.authority(cluster)), StandardCharsets.UTF_8);
    }

    private String store(Row test, String name) {
        return named("""
                apiVersion: external-secrets.io/v1
                kind: %s
                metadata: {name: %s%s}
                spec:
                  conditions: [%s]
                  provider: {kubernetes: {%s}}
                """.formatted(
                        test.kind(),
                        name,
                        test.kind().equals("SecretStore") ? ", namespace: US" : "",
                        test.conditions(),
                        test.spec()));
    }

    private String externalSecret(String name, String kind, String store) {
        return Fixtures.externalSecret(us, name, kind, store).replace("{key: key}", "{key: key, property: p}");
    }

    private String named(String text) {
        // The authority last: its base64 may contain any of the other words.
        return text.replace("THEM", them)
                .replace("US", us)
                .replace("SERVER", '"' + cluster.url() + '"')
                .replace("caBundle: CA}", "caBundle: " + Fixtures.authority(cluster) + "}");
    }
}
