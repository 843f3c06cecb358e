package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.provider.kit.Tls;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A kubernetes store with a client certificate")
class KubernetesClientCertificateTest {
    private static final Map<String, Object> CERT_AUTH = Map.of(
            "cert",
            Map.of(
                    "clientCert", Map.of("name", "creds", "key", "crt"),
                    "clientKey", Map.of("name", "creds", "key", "key")));

    private HttpsServer server;

    private static String pem(String name) throws IOException {
        try (InputStream in = KubernetesClientCertificateTest.class.getResourceAsStream("/tls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Starts a server that answers nobody without a certificate of its authority. */
    @BeforeEach
    void start() throws IOException {
        SSLContext context = Tls.system()
                .trusting(pem("ca.pem"))
                .identifiedBy(pem("server.pem"), SecretValue.of(pem("server-pkcs8.key")))
                .context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        byte[] secret = "{\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"dg==\"}}"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/api/v1/namespaces/default/secrets/a", exchange -> {
            try (exchange) {
                assertThat(exchange.getRequestHeaders()).doesNotContainKey("Authorization");
                exchange.sendResponseHeaders(200, secret.length);
                exchange.getResponseBody().write(secret);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private SecretsClient client(String certificate, String key) throws IOException {
        Map<String, Object> authority = Map.of("type", "ConfigMap", "name", "ca", "key", "ca.crt");
        return new KubernetesStoreProvider()
                .connect(TestStores.context(
                        TestStores.identity("shop", "k8s"),
                        "kubernetes",
                        Map.of(
                                "server",
                                Map.of("url", "127.0.0.1:" + server.getAddress().getPort(), "caProvider", authority),
                                "auth",
                                CERT_AUTH),
                        StaticCredentials.ofStore("shop")
                                .withSecret("shop", "ca", "ca.crt", pem("ca.pem"))
                                .withSecret("shop", "creds", "crt", pem(certificate))
                                .withSecret("shop", "creds", "key", pem(key))));
    }

    @Test
    @DisplayName("identifies itself by it, over https although the address has no scheme")
    void identifiesItself() throws IOException {
        try (SecretsClient client = client("client-ec.pem", "client-ec-sec1.key")) {
            assertThat(client.read(RemoteKey.of("a")).property("k")).isEqualTo(SecretValue.of("v"));
        }
    }

    @Test
    @DisplayName("does not connect with a key of another certificate")
    void foreignKey() {
        assertThatThrownBy(() -> client("client-ec.pem", "server-pkcs8.key"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("client key");
    }
}
