package dev.eso4j.standalone;

import ch.qos.logback.classic.Level;
import com.sun.net.httpserver.HttpServer;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.standalone.logging.OperatorLog;
import dev.eso4j.standalone.logging.TimeEncoding;
import dev.eso4j.standalone.metrics.OperatorMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does once, without a cluster, what the operator does when it starts and syncs, so that the JVM knows which classes to put
 * into its class-data archive. Not a command for people, and not in the help.
 */
final class TrainingCommand {
    static final String NAME = "train";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MANIFESTS = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: training, namespace: training}
            spec: {provider: {fake: {data: [{key: a, value: '{"b":"c"}'}]}}}
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: training, namespace: training}
            spec:
              secretStoreRef: {name: training}
              data: [{secretKey: one, remoteRef: {key: a, property: b}}]
              dataFrom: [{extract: {key: a}}]
              target: {template: {mergePolicy: Merge, data: {two: '{{ printf "%s" .one | upper | b64enc | toJson }}'}}}
            """;

    private TrainingCommand() {}

    static int run() {
        OperatorLog.setUp(Level.INFO, OperatorLog.Format.JSON, TimeEncoding.EPOCH, OutputStream.nullOutputStream());
        try {
            syncInMemory();
            callAnApiServer();
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the training did not come to its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILURE;
        }
    }

    private static void syncInMemory() throws InterruptedException, TimeoutException {
        try (LocalCluster cluster = LocalCluster.create()) {
            cluster.load(MANIFESTS);
            OperatorMetrics metrics = new OperatorMetrics(false);
            FlagSet.Values flags = OperatorFlags.all().parse(List.of());
            try (EsoOperator operator = OperatorCommand.operator(flags, cluster, metrics)) {
                operator.startAndWait(PATIENCE);
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (cluster.get(ResourceType.SECRETS, "training", "training").isEmpty()) {
                    if (System.nanoTime() > end) {
                        throw new TimeoutException("no Secret");
                    }
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                metrics.text();
            }
        }
    }

    /** Every answer is an empty list, which is enough to load the client. */
    private static void callAnApiServer() throws IOException {
        byte[] body = "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        String kubeconfig = """
                apiVersion: v1
                kind: Config
                clusters: [{name: t, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: t, user: {token: t}}]
                contexts: [{name: t, context: {cluster: t, user: t}}]
                current-context: t
                """.formatted(server.getAddress().getPort());
        try (Cluster cluster =
                KubernetesCluster.builder().kubeconfig(kubeconfig).build()) {
            cluster.list(ResourceType.EXTERNAL_SECRETS, Selection.everyNamespace(), e -> {});
            cluster.list(ResourceType.SECRET_DIGESTS, Selection.everyNamespace(), e -> {});
            Optional<?> none = cluster.get(ResourceType.SECRET_STORES, "training", "none");
            cluster.patchStatus(ResourceType.EXTERNAL_SECRETS, "training", "none", Map.of("status", Map.of()), "eso4j");
            assert none.isPresent(); // The same list again.
        } finally {
            server.stop(0);
        }
    }
}
