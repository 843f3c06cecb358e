package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.testkit.CanaryLeak;
import dev.eso4j.testkit.FlightRecording;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One value from the backend through everything that an operator does with it, until the operator has stopped. */
@DisplayName("On its way through an operator a secret value shows up")
class CanaryJourneyTest {
    private final AtomicInteger refusedStatuses = new AtomicInteger();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    /** What a run prints is what test reports contain. */
    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    /** The status of the ExternalSecret {@code unlucky} cannot be written at first. */
    private Cluster withoutStatus(Cluster cluster) {
        return (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(), new Class<?>[] {Cluster.class}, (proxy, method, args) -> {
                    if (method.getName().equals("patchStatus")
                            && "unlucky".equals(args[2])
                            && refusedStatuses.incrementAndGet() <= 2) {
                        throw new ClusterException(ClusterException.Reason.UNAVAILABLE, "etcd has no leader");
                    }
                    try {
                        return method.invoke(cluster, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void entries(Operating operating, String name, String lines) {
        operating.cluster.load("""
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: %s, namespace: shop}
                spec:
                  refreshInterval: 1h
                  secretStoreRef: {name: store}
                %s
                """.formatted(name, lines.indent(2)));
    }

    private static void failures(Operating operating) {
        entries(operating, "property", "data: [{secretKey: k, remoteRef: {key: json, property: none}}]");
        entries(operating, "deep", "data: [{secretKey: k, remoteRef: {key: text, property: 'a.#(b==1).c'}}]");
        entries(operating, "extract", "dataFrom: [{extract: {key: text}}]");
        entries(operating, "base64", "data: [{secretKey: k, remoteRef: {key: text, decodingStrategy: Base64}}]");
        entries(
                operating,
                "rewrite",
                "dataFrom: [{extract: {key: json}, rewrite: [{regexp: {source: password, target: 'a/b'}}]}]");
        entries(operating, "template", """
                target: {template: {data: {k: "{{ .k | fromJson | fail }}{{ range .k }}"}}}
                data: [{secretKey: k, remoteRef: {key: text}}]
                """);
        for (String name : new String[] {"property", "deep", "extract", "base64", "rewrite", "template"}) {
            operating.awaitReason(name, "SecretSyncedError");
        }
    }

    private static void refresh(Operating operating, String key, String value) {
        operating.provider.backend().put(key, value);
        pass(operating, Duration.ofMinutes(70));
    }

    private static void pass(Operating operating, Duration time) {
        operating.nanos.addAndGet(time.toNanos());
        operating.operator.controllers().forEach(c -> c.queue().changed(new NamespacedName("no", "body")));
    }

    @Test
    @DisplayName("in its Secret and nowhere else: no log, event, status, metric, page, thread, JFR event or report")
    void journey() {
        try (FlightRecording recording = FlightRecording.start();
                CanaryLeak canary = CanaryLeak.open()) {
            String value = canary.value();
            try (Operating operating = Operating.standingStill(this::withoutStatus)) {
                operating.provider.backend().put("text", value).put("json", "{\"password\":\"" + value + "\",\"n\":1}");
                operating.start();
                operating.externalSecret("good", "text");
                operating.awaitReason("good", "SecretSynced");
                operating.externalSecret("unlucky", "text");
                Awaitility.await("attempts to write the status").until(() -> {
                    pass(operating, Duration.ofSeconds(30));
                    return refusedStatuses.get() > 2;
                });
                operating.awaitReason("unlucky", "SecretSynced");
                failures(operating);
                operating
                        .provider
                        .backend()
                        .failNext(3, () -> new UnavailableException("the backend is away", "wait", null, null));
                refresh(operating, "text", value + "-changed");
                Awaitility.await("the changed value").until(() -> {
                    pass(operating, Duration.ofSeconds(30));
                    return held(operating, "good").equals(value + "-changed");
                });
                operating.provider.backend().put("late", value).hang();
                operating.externalSecret("hanging", "late");
                Awaitility.await("a call that hangs")
                        .until(() -> operating.provider.backend().waiting() > 0);
                canary.look("debug page", page(operating))
                        .look("metrics", operating.metrics.text())
                        .look("health", operating.operator.health())
                        .assertNowhere();
                operating.operator.stop(Duration.ofMillis(100));
                operating.provider.backend().release();
                canary.look("metrics at the end", operating.metrics.text()).look(operating.cluster);
            }
            assertThat(canary.loggedLines()).isPositive();
            canary.look("printed", printed.toString(StandardCharsets.UTF_8))
                    .look(recording)
                    .assertNowhere();
        }
    }

    @Test
    @DisplayName(
            "in an exception's message if a provider puts it there, and a flight recording is searched well enough to find it")
    void found() {
        try (FlightRecording recording = FlightRecording.start();
                CanaryLeak canary = CanaryLeak.open()) {
            assertThat(new IllegalStateException("quoting " + canary.value())).hasMessageContaining("canary");
            Throwable missed = org.assertj.core.api.Assertions.catchThrowable(
                    () -> canary.look(recording).assertNowhere());
            assertThat(missed)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("jdk.JavaExceptionThrow.message");
        }
    }

    private static String held(Operating operating, String name) {
        return operating
                .cluster
                .get(ResourceType.SECRETS, "shop", name)
                .map(s -> new String(s.data().getOrDefault("k", new byte[0]), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static String page(Operating operating) {
        return new DebugPage(() -> Optional.of(operating.operator), () -> true, Map::of, Duration.ofMinutes(10)).json();
    }
}
