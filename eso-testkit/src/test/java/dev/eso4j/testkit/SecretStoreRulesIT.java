package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithControlPlane
@DisplayName("The API server refuses a store")
class SecretStoreRulesIT {
    private static final String FAKE = "provider: {fake: {data: [{key: k, value: v}]}}";

    @BeforeAll
    static void install(ControlPlane cluster) {
        cluster.installCrds();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(
                        "without a provider",
                        "provider: {}",
                        "spec.provider in body should have at least 1 properties",
                        FAKE),
                arguments(
                        "with two providers, of which one is not known here",
                        "provider: {fake: {data: []}, acme: {x: 1}}",
                        "spec.provider: Too many: 2: must have at most 1 item",
                        "provider: {acme: {x: 1, deep: {list: [1, two]}}}"),
                arguments(
                        "with a regular expression that is not one",
                        FAKE + ", conditions: [{namespaceRegexes: ['^a.*$', 'b(?=c)']}]",
                        "spec.conditions[0].namespaceRegexes[1]: Invalid value",
                        FAKE + ", conditions: [{namespaceRegexes: ['^a.*$', '[bc]']}]"),
                arguments(
                        "with a lookahead, and says what is wrong with it",
                        FAKE + ", conditions: [{namespaceRegexes: ['b(?=c)']}]",
                        "this is not a regular expression of the RE2 syntax",
                        FAKE + ", conditions: [{namespaces: [a], namespaceSelector: {matchLabels: {a: b}}}]"),
                arguments(
                        "with two ways to sign in to a cluster",
                        "provider: {kubernetes: {auth: {token: {bearerToken: {name: t}}, serviceAccount: {name: s}}}}",
                        "spec.provider.kubernetes.auth: Too many: 2: must have at most 1 item",
                        "provider: {kubernetes: {auth: {serviceAccount: {name: s}}}}"),
                arguments(
                        "with a field of a known provider that does not exist",
                        "provider: {fake: {data: [], dat: []}}",
                        "unknown field \"spec.provider.fake.dat\"",
                        "provider: {fake: {data: []}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    @DisplayName("with a message that names the field and the cause; a corrected one is taken, whatever its kind")
    void rule(String title, String bad, String message, String good, ControlPlane cluster) {
        for (String kind : new String[] {"SecretStore", "ClusterSecretStore"}) {
            assertThat(create(cluster, kind, bad).err()).as(title).contains(message);
            assertThat(create(cluster, kind, good).err()).as(title).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"300", "0", "5m", "1h0m0s", "'0'", "0s"})
    @DisplayName("not for an interval in seconds or as a duration")
    void goodInterval(String interval, ControlPlane cluster) {
        assertThat(create(cluster, "SecretStore", FAKE + ", refreshInterval: " + interval)
                        .err())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-5m", "1d", "'60'", "soon", "9999999h"})
    @DisplayName("for an interval that is negative or not one")
    void badInterval(String interval, ControlPlane cluster) {
        assertThat(create(cluster, "ClusterSecretStore", FAKE + ", refreshInterval: " + interval)
                        .err())
                .contains(
                        "spec.refreshInterval: Invalid value",
                        "an interval is a whole number of seconds, or a duration");
    }

    private static KubectlResult create(ControlPlane cluster, String kind, String spec) {
        String manifest = """
                apiVersion: external-secrets.io/v1
                kind: %s
                metadata: {name: it}
                spec: {%s}
                """.formatted(kind, spec);
        return cluster.pipe(manifest, "create", "--validate=strict", "--dry-run=server", "-f", "-");
    }
}
