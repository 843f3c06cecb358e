package dev.eso4j.api.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.api.store.kubernetes.KubernetesServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bundle of certificates in a manifest")
class CABundleTest {
    private final byte[] pem = "-----BEGIN".getBytes(StandardCharsets.US_ASCII);

    @Test
    @DisplayName("is written as Base64 and read back equal")
    void base64() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        KubernetesServer server = new KubernetesServer(null, CABundle.of(pem), null);

        assertThat(json.writeValueAsString(server)).isEqualTo("{\"caBundle\":\"LS0tLS1CRUdJTg==\"}");
        assertThat(json.readValue(json.writeValueAsString(server), KubernetesServer.class))
                .isEqualTo(server)
                .hasSameHashCodeAs(server);
        assertThat(CABundle.of(pem)).isNotEqualTo(CABundle.of(new byte[] {1}));
    }

    @Test
    @DisplayName("is left out when it holds nothing")
    void empty() throws JsonProcessingException {
        assertThat(new ObjectMapper().writeValueAsString(new KubernetesServer(null, CABundle.of(new byte[0]), null)))
                .isEqualTo("{}");
    }

    @Test
    @DisplayName("does not change with the bytes it was made from or gave out, and is too long to be shown")
    void immutable() {
        CABundle bundle = CABundle.of(pem);
        byte[] before = pem.clone();
        pem[0] = 0;
        bundle.pem()[1] = 0;

        assertThat(bundle.pem()).isEqualTo(before);
        assertThat(bundle).hasToString("CABundle[10 bytes]");
    }
}
