package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ClusterException.Reason;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The cluster in memory follows the rules that the API server follows:")
class LocalRulesTest {
    private static final String DATA = "data: [{secretKey: a, remoteRef: {key: b}}]";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalCluster cluster = LocalCluster.create();

    @AfterEach
    void close() {
        cluster.close();
    }

    @ParameterizedTest(name = "it refuses an ExternalSecret {0}")
    @MethodSource("dev.eso4j.testkit.ExternalSecretRulesIT#rules")
    void externalSecrets(String title, String bad, String message, String good) {
        refused("ExternalSecret", bad);
        accepted("ExternalSecret", good);
    }

    @ParameterizedTest(name = "it refuses a store {0}")
    @MethodSource("dev.eso4j.testkit.SecretStoreRulesIT#rules")
    void stores(String title, String bad, String message, String good) {
        for (String kind : new String[] {"SecretStore", "ClusterSecretStore"}) {
            refused(kind, bad);
            accepted(kind, good);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1w", "'60'", "''", "hourly", "1 h", "9999999h"})
    @DisplayName("no interval that is not a duration")
    void badInterval(String interval) {
        refused("ExternalSecret", DATA + ", refreshInterval: " + interval);
        refused("SecretStore", "provider: {fake: {data: []}}, refreshInterval: " + interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h0m0s", "'0'", "1.5h", "100ms"})
    @DisplayName("every duration of Go")
    void goodInterval(String interval) {
        accepted("ExternalSecret", DATA + ", refreshInterval: " + interval);
        accepted("SecretStore", "provider: {fake: {data: []}}, refreshInterval: " + interval);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"provider":{"kubernetes":{"server":{},"auth":{"serviceAccount":{"name":"s"}}}}} | {"provider":{"kubernetes":{"server":{"url":"kubernetes.default"},"remoteNamespace":"default","auth":{"serviceAccount":{"name":"s"}}}}}
            {"provider":{"acme":{"a":[1.5,"two",null],"b":{},"c":null}},"refreshInterval":60} | {"provider":{"acme":{"a":[1.5,"two",null],"b":{},"c":null}},"refreshInterval":60}
            """)
    @DisplayName("defaults, and nothing of an unknown provider lost")
    void defaults(String given, String stored) throws IOException {
        cluster.load(
                "{\"apiVersion\":\"external-secrets.io/v1\",\"kind\":\"SecretStore\",\"metadata\":{\"name\":\"it\"},"
                        + "\"spec\":" + given + "}");
        var store = cluster.get(ResourceType.SECRET_STORES, "default", "it").orElseThrow();
        assertThat((Object) JSON.valueToTree(store.getSpec())).isEqualTo(JSON.readTree(stored));
    }

    private void refused(String kind, String spec) {
        assertThatThrownBy(() -> cluster.load(manifest(kind, spec)))
                .as(spec)
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID));
    }

    private void accepted(String kind, String spec) {
        assertThatCode(() -> cluster.load(manifest(kind, spec))).as(spec).doesNotThrowAnyException();
    }

    private static String manifest(String kind, String spec) {
        return """
               apiVersion: external-secrets.io/v1
               kind: %s
               metadata: {name: it}
               spec: {%s}
               """.formatted(kind, spec);
    }
}
