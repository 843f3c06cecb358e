package dev.eso4j.standalone;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.standalone.metrics.OperatorMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

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
        try {
            FlagSet.Values flags = OperatorFlags.all().parse(List.of());
            OperatorCommand.check(flags);
            OperatorCommand.setUpLog(
                    flags, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            OperatorCommand.prepare();
            LoggerFactory.getLogger(TrainingCommand.class).info("eso4j {} is trained", Version.text());
            syncInMemory();
            runAgainstAnApiServer();
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

    /** The process as a whole, from its endpoints to the status of a first sync and a call of a webhook, but for signals. */
    private static void runAgainstAnApiServer() throws IOException, InterruptedException, TimeoutException {
        Path kubeconfig = Files.createTempFile("eso-training", ".json");
        try (TrainingServer server = TrainingServer.start()) {
            Files.writeString(kubeconfig, server.kubeconfig());
            OperatorMetrics metrics = new OperatorMetrics(false);
            FlagSet.Values flags = OperatorFlags.all()
                    .parse(List.of("--metrics-addr=0", "--live-addr=127.0.0.1:0", "--kubeconfig=" + kubeconfig));
            try (KubernetesCluster cluster = OperatorCommand.connect(flags, metrics)) {
                Supervisor supervisor = new Supervisor(flags, cluster, metrics);
                Thread running = new Thread(supervisor::run, "eso-training");
                running.start();
                boolean synced = server.awaitSyncs(PATIENCE);
                supervisor.stop();
                running.join();
                if (!synced) {
                    throw new TimeoutException("no status of an ExternalSecret, or no call of the webhook");
                }
            }
        } finally {
            Files.delete(kubeconfig);
        }
    }
}
