package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.testkit.TestStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whoever chooses the address of a kubernetes store")
class KubernetesForgeryTest {
    private final KubeStore store = new KubeStore();

    @AfterEach
    void stop() {
        store.close();
    }

    private SecretsClient client(String url) {
        return store.provider.connect(TestStores.context(
                TestStores.identity("shop", "k8s"),
                "kubernetes",
                Map.of("server", Map.of("url", url), "auth", KubeStore.tokenAuth()),
                store.credentials));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "does not make the operator talk to link-local addresses or metadata services, and the condition says so")
    @ValueSource(
            strings = {"http://169.254.169.254", "https://[fe80::1]:6443", "http://2852039166", "[::ffff:a9fe:a9fe]"})
    void metadata(String url) {
        try (SecretsClient client = client(url)) {
            assertThatThrownBy(() -> client.read(RemoteKey.of("a")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("link-local or a metadata service");
            assertThatThrownBy(() -> check(client)).hasMessageContaining("link-local or a metadata service");
            assertThat(store.calls).isEmpty();
        }
    }

    /** A check may say what is wrong by its result or by an exception; the engine makes a condition of both. */
    private static void check(SecretsClient client) {
        ValidationResult result = client.check();
        throw new InvalidRequestException(result.toString(), "");
    }

    @Test
    @DisplayName("does not by a kubeconfig either")
    void kubeconfig() {
        store.credentials.withSecret("shop", "kc", "config", """
                current-context: c
                contexts: [{name: c, context: {cluster: k, user: u}}]
                clusters: [{name: k, cluster: {server: "http://169.254.169.254"}}]
                users: [{name: u, user: {token: t}}]
                """);
        try (SecretsClient client = store.provider.connect(TestStores.context(
                TestStores.identity("shop", "k8s"),
                "kubernetes",
                Map.of("authRef", Map.of("name", "kc", "key", "config")),
                store.credentials))) {
            assertThatThrownBy(() -> client.read(RemoteKey.of("a"))).hasMessageContaining("metadata service");
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("cannot send it on to another address by a redirect")
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirects(int status) throws IOException {
        HttpServer redirecting = server(status, "", store.server.url() + "/api/v1/namespaces/default/secrets/a");
        try (SecretsClient client = client(url(redirecting))) {
            store.server.put("a", KubeSecrets.of(Map.of("k", "v")));
            assertThatThrownBy(() -> client.read(RemoteKey.of("a"))).isInstanceOf(SecretsException.class);
            assertThat(store.server.requests()).isEmpty();
        } finally {
            redirecting.stop(0);
        }
    }

    @Test
    @DisplayName("cannot keep it reading a list that never ends")
    void endlessList() throws IOException {
        HttpServer endless = server(200, "{\"items\":[],\"metadata\":{\"continue\":\"again\"}}", "");
        try (SecretsClient client = client(url(endless))) {
            assertThatThrownBy(() -> client.find(new FindRequest(null, ".*", null)))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("goes on where it was");
        } finally {
            endless.stop(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("cannot fill its memory or its stack by an answer")
    @ValueSource(strings = {"[],", "{\"a\":"})
    void monstrousAnswer(String part) throws IOException {
        HttpServer monstrous = server(200, "{\"data\":[" + part.repeat(2_000_000), "");
        try (SecretsClient client = client(url(monstrous))) {
            assertThatThrownBy(() -> client.read(RemoteKey.of("a"))).isInstanceOf(MalformedException.class);
        } finally {
            monstrous.stop(0);
        }
    }

    private static HttpServer server(int status, String body, String location) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                if (!location.isEmpty()) {
                    exchange.getResponseHeaders().set("Location", location);
                }
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }
}
