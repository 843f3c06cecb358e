package dev.eso4j.standalone;

import ch.qos.logback.classic.Level;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.standalone.logging.OperatorLog;
import dev.eso4j.standalone.logging.TimeEncoding;
import dev.eso4j.standalone.metrics.OperatorMetrics;
import dev.eso4j.testkit.RecordingProvider;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** An operator on a cluster in memory with the metrics of the standalone one; its ticker moves as a test tells it. */
final class Operating implements AutoCloseable {
    final RecordingProvider provider = new RecordingProvider("recording");
    final AtomicLong nanos = new AtomicLong();
    final LocalCluster cluster = LocalCluster.create();
    final OperatorMetrics metrics = new OperatorMetrics(false);
    final EsoOperator operator;

    Operating() {
        operator = EsoOperator.builder(cluster)
                .providers(List.of(provider))
                .clock(InstantSource.system(), nanos::get)
                .concurrent(2)
                .listeners(metrics, metrics, metrics, metrics)
                .build();
        metrics.operator(() -> java.util.Optional.of(operator));
        cluster.load("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: shop}
                spec: {provider: {recording: {}}}
                """);
    }

    Operating start() {
        try {
            operator.startAndWait(Duration.ofSeconds(20));
            return this;
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    void externalSecret(String name, String key) {
        cluster.load("""
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: %s, namespace: shop}
                spec:
                  secretStoreRef: {name: store}
                  data: [{secretKey: k, remoteRef: {key: %s}}]
                """.formatted(name, key));
    }

    void awaitReason(String name, String reason) {
        Awaitility.await(name + " is " + reason)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> cluster.get(dev.eso4j.core.cluster.ResourceType.EXTERNAL_SECRETS, "shop", name).stream()
                        .filter(es -> es.getStatus() != null)
                        .flatMap(es -> es.getStatus().conditions().stream())
                        .anyMatch(c -> reason.equals(c.reason())));
    }

    /** Sends the log of the process into memory while {@code body} runs, and returns it. */
    static String log(Level level, OperatorLog.Format format, Runnable body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OperatorLog.setUp(level, format, TimeEncoding.ISO8601, out);
        try {
            body.run();
        } finally {
            ((ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory()).reset();
            ((ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory())
                    .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                    .setLevel(Level.OFF);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        provider.backend().release();
        operator.close();
        cluster.close();
    }
}
