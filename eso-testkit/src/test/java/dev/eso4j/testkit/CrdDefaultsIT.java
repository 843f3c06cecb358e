package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithControlPlane
@DisplayName("The API server stores the defaults")
class CrdDefaultsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void install(ControlPlane cluster) {
        cluster.installCrds();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ExternalSecret | {"data":[{"secretKey":"a","remoteRef":{"key":"b"}}]} | {"data":[{"secretKey":"a","remoteRef":{"key":"b"}}],"refreshInterval":"1h0m0s","target":{"creationPolicy":"Owner","deletionPolicy":"Retain"}}
            ExternalSecret | {"refreshInterval":"0","target":{"name":"n","template":{"templateFrom":[{"literal":"x"},{"configMap":{"name":"c","items":[{"key":"k"}]}}]}},"dataFrom":[{"extract":{"key":"k"},"rewrite":[{"merge":{}}]},{"sourceRef":{"generatorRef":{"kind":"UUID","name":"u"}}}]} | {"refreshInterval":"0","target":{"name":"n","creationPolicy":"Owner","deletionPolicy":"Retain","template":{"engineVersion":"v2","mergePolicy":"Replace","templateFrom":[{"literal":"x","target":"Data"},{"target":"Data","configMap":{"name":"c","items":[{"key":"k","templateAs":"Values"}]}}]}},"dataFrom":[{"extract":{"key":"k"},"rewrite":[{"merge":{"into":"","priorityPolicy":"Strict","conflictPolicy":"Error","strategy":"Extract"}}]},{"sourceRef":{"generatorRef":{"apiVersion":"generators.external-secrets.io/v1alpha1","kind":"UUID","name":"u"}}}]}
            SecretStore | {"provider":{"kubernetes":{"server":{},"auth":{"serviceAccount":{"name":"s"}}}}} | {"provider":{"kubernetes":{"server":{"url":"kubernetes.default"},"remoteNamespace":"default","auth":{"serviceAccount":{"name":"s"}}}}}
            ClusterSecretStore | {"provider":{"acme":{"a":[1.5,"two",null],"b":{}}},"refreshInterval":60} | {"provider":{"acme":{"a":[1.5,"two",null],"b":{}}},"refreshInterval":60}
            """)
    @DisplayName("and nothing else")
    void stored(String kind, String given, String stored, ControlPlane cluster) throws JsonProcessingException {
        String manifest = "{\"apiVersion\":\"external-secrets.io/v1\",\"kind\":\"" + kind
                + "\",\"metadata\":{\"name\":\"it\"},\"spec\":" + given + "}";

        KubectlResult result =
                cluster.pipe(manifest, "create", "--validate=strict", "--dry-run=server", "-o", "json", "-f", "-");

        assertThat(result.err()).isEmpty();
        assertThat(JSON.readTree(result.out()).get("spec")).isEqualTo(JSON.readTree(stored));
    }
}
