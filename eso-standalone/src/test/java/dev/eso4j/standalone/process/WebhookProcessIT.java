package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithControlPlane
@DisplayName("An operator with the rights of deploy/ and webhooks")
class WebhookProcessIT {
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        byte[] body = "{\"value\":\"from-webhook\"}".getBytes(StandardCharsets.US_ASCII);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean head = exchange.getRequestMethod().equals("HEAD");
                requests.addAndGet(head ? 0 : 1);
                exchange.sendResponseHeaders(200, head ? -1 : body.length);
                if (!head) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName(
            "reads through a store, runs both forms of the generator, and loads the template engine no earlier than that")
    void lazily(ControlPlane cluster, @TempDir Path folder) throws IOException {
        Installation installation = Installation.of(cluster, "base");
        String namespace = installation.namespace();
        cluster.apply(Fixtures.fakeStore(namespace, "fake", "x")
                + Fixtures.externalSecret(namespace, "from-fake", "SecretStore", "fake"));
        Path classes = folder.resolve("classes.log");
        List<String> jvm = new ArrayList<>(installation.jvm());
        jvm.add("-Xlog:class+load:file=" + classes);
        Installation logging = new Installation(
                namespace, installation.account(), installation.kubeconfig(), jvm, installation.flags());
        try (OperatorProcess operator = logging.start()) {
            operator.awaitReady();
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "from-fake", "SecretSynced");
            assertThat(loaded(classes, "dev.eso4j.core.EsoOperator")).isNotEmpty();
            assertThat(loaded(classes, "dev.eso4j.template."))
                    .as("the JVM looks at the exceptions of who could catch them")
                    .allMatch(line -> line.contains("Exception source:"));

            cluster.apply(webhooks(namespace));
            for (String name : List.of("from-store", "from-generator", "from-cluster-generator")) {
                Fixtures.awaitReason(cluster, "externalsecret", namespace, name, "SecretSynced");
                assertThat(Fixtures.value(cluster, namespace, name, "value")).isEqualTo("from-webhook");
            }
            assertThat(requests).hasValueGreaterThanOrEqualTo(3);
            assertThat(loaded(classes, "dev.eso4j.template.")).isNotEmpty();
            assertThat(loaded(classes, "org.bouncycastle.")).isEmpty();
        }
    }

    private static List<String> loaded(Path log, String prefix) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" " + prefix)).toList();
        }
    }

    private String webhooks(String namespace) {
        String spec = "{url: 'http://127.0.0.1:" + server.getAddress().getPort() + "/{{ \"a\" }}', result: {}}";
        return """

                ---
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: hook, namespace: NS}
                spec: {provider: {webhook: {url: 'http://127.0.0.1:PORT/{{ .remoteRef.key }}'}}}
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: from-store, namespace: NS}
                spec:
                  secretStoreRef: {kind: SecretStore, name: hook}
                  dataFrom: [{extract: {key: k}}]
                ---
                apiVersion: generators.external-secrets.io/v1alpha1
                kind: Webhook
                metadata: {name: made, namespace: NS}
                spec: SPEC
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: from-generator, namespace: NS}
                spec: {dataFrom: [{sourceRef: {generatorRef: {kind: Webhook, name: made}}}]}
                ---
                apiVersion: generators.external-secrets.io/v1alpha1
                kind: ClusterGenerator
                metadata: {name: made-NS}
                spec: {kind: Webhook, generator: {webhookSpec: SPEC}}
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: from-cluster-generator, namespace: NS}
                spec: {dataFrom: [{sourceRef: {generatorRef: {kind: ClusterGenerator, name: made-NS}}}]}
                """.replace("NS", namespace)
                .replace("PORT", String.valueOf(server.getAddress().getPort()))
                .replace("SPEC", spec);
    }
}
