package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.SyncReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Webhook generator whose service answers 429")
class ThrottledWebhookGeneratorTest {
    private final List<Long> requests = Collections.synchronizedList(new ArrayList<>());
    /** The Retry-After of the answers that are to come first, in seconds. */
    private final Queue<String> pauses = new ConcurrentLinkedQueue<>();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        byte[] body = "{\"token\":\"made\"}".getBytes(StandardCharsets.US_ASCII);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(System.nanoTime());
                String pause = pauses.poll();
                if (pause != null) {
                    exchange.getResponseHeaders().add("Retry-After", pause);
                    exchange.sendResponseHeaders(429, -1);
                    return;
                }
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private SyncReport sync(int count) {
        StringBuilder manifests = new StringBuilder(
                """
                apiVersion: generators.external-secrets.io/v1alpha1
                kind: Webhook
                metadata: {name: tokens, namespace: shop}
                spec: {url: "http://127.0.0.1:PORT/", result: {jsonPath: "$"}}
                """.replace("PORT", String.valueOf(server.getAddress().getPort())));
        for (int i = 0; i < count; i++) {
            manifests.append("""
                    ---
                    apiVersion: external-secrets.io/v1
                    kind: ExternalSecret
                    metadata: {name: app%d, namespace: shop}
                    spec: {dataFrom: [{sourceRef: {generatorRef: {kind: Webhook, name: tokens}}}]}
                    """.formatted(i));
        }
        try (SecretSync sync =
                SecretSync.builder().manifests(manifests.toString()).build()) {
            return sync.sync();
        }
    }

    @Test
    @DisplayName("and asks for a short pause is asked again after it, and then has what the ExternalSecret wants")
    void waited() {
        pauses.add("1");
        assertThat(sync(1).failures()).isEmpty();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1) - requests.get(0)).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    @Test
    @DisplayName("and asks for a long one is left alone by all others of the pass, who say so")
    void leftAlone() {
        pauses.add("60");
        SyncReport report = sync(3);
        assertThat(requests).hasSize(1);
        assertThat(report.failures()).hasSize(3);
        assertThat(report.failures().get(2).message())
                .contains("Webhook \"tokens\" in namespace \"shop\" does not answer or asked for a pause");
    }
}
