package dev.eso4j.standalone;

import ch.qos.logback.classic.Level;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.standalone.logging.OperatorLog;
import dev.eso4j.standalone.logging.TimeEncoding;
import dev.eso4j.standalone.metrics.OperatorMetrics;
import dev.eso4j.testkit.RecordingProvider;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** An operator on a cluster in memory with the metrics of the standalone one; its ticker moves as a test tells it. */
final class Operating implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    final RecordingProvider provider = new RecordingProvider("recording");
    final AtomicLong nanos;
    final LocalCluster cluster;
    final OperatorMetrics metrics = new OperatorMetrics(false);
    final EsoOperator operator;

    Operating() {
        this(new AtomicLong(), InstantSource.system(), UnaryOperator.identity());
    }

    /** An operator whose wall clock and ticker are one, and stand still until {@link #nanos} moves. */
    static Operating standingStill() {
        return standingStill(UnaryOperator.identity());
    }

    /** The same, and it reaches its cluster through something of a test's own. */
    static Operating standingStill(UnaryOperator<Cluster> between) {
        AtomicLong time = new AtomicLong();
        return new Operating(time, () -> START.plusNanos(time.get()), between);
    }

    private Operating(AtomicLong nanos, InstantSource clock, UnaryOperator<Cluster> between) {
        this.nanos = nanos;
        cluster = LocalCluster.builder().clock(clock).build();
        operator = EsoOperator.builder(between.apply(cluster))
                .providers(List.of(provider))
                .clock(clock, nanos::get)
                .concurrent(2)
                // The clock is moved on by more than a call may take otherwise.
                .callLimit(java.time.Duration.ofHours(1))
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
