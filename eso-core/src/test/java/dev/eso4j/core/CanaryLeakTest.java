package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.Generated;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.GeneratorContext;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.ServiceAccountToken;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.render.DesiredTarget;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("A secret value never shows up")
class CanaryLeakTest {
    private static final String CANARY = "c4n4ry/s3cr3t+v4lue";
    private static final List<String> FORMS = List.of(
            CANARY,
            Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)),
            HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8)),
            "c4n4ry");

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getThreadName() + " " + event.getLevel() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };
    private final Generator broken = new Generator() {
        @Override
        public String kind() {
            return "Fake";
        }

        @Override
        public Generated generate(GeneratorContext context) {
            throw new IllegalStateException("a defect that quotes " + CANARY);
        }
    };
    private final OperatorBench bench = new OperatorBench(b -> b.generators(List.of(broken)));

    @BeforeEach
    void listen() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void close() {
        bench.close();
        root.detachAppender(appender);
        root.setLevel(level);
    }

    private static void assertClean(String where, Iterable<String> texts) {
        assertThat(texts)
                .as(where)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain(FORMS));
    }

    /** Manifests by name, each with what its condition must say, so that each case is really reached. */
    private Map<String, List<String>> cases() {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        cases.put("ok", List.of("secret synced", "dataFrom: [{extract: {key: db}}]"));
        cases.put("whole", List.of("secret synced", "data: [{secretKey: a, remoteRef: {key: text}}]"));
        cases.put("find", List.of("secret synced", "dataFrom: [{find: {name: {regexp: '^db$'}}}]"));
        cases.put("property", List.of("no property", "data: [{secretKey: a, remoteRef: {key: db, property: none}}]"));
        cases.put("nojson", List.of("not JSON", "dataFrom: [{extract: {key: text}}]"));
        cases.put("missing", List.of("there is no secret", "data: [{secretKey: a, remoteRef: {key: nowhere}}]"));
        cases.put(
                "base64",
                List.of(
                        "is not Base64",
                        "data: [{secretKey: a, remoteRef: {key: text, decodingStrategy: Base64URL}}]"));
        cases.put(
                "nullbyte",
                List.of("null bytes", "data: [{secretKey: a, remoteRef: {key: binary, nullBytePolicy: Fail}}]"));
        cases.put(
                "badkey",
                List.of(
                        "invalid character",
                        "dataFrom: [{extract: {key: db}, rewrite: [{regexp: {source: user, target: 'u/u'}}]}]"));
        cases.put(
                "collision",
                List.of(
                        "both become",
                        "dataFrom: [{extract: {key: db}, rewrite: [{regexp: {source: '.*', target: x}}]}]"));
        cases.put(
                "merge",
                List.of(
                        "not a JSON object",
                        "dataFrom: [{extract: {key: db}, rewrite: [{merge: {strategy: Extract}}]}]"));
        cases.put(
                "conflict",
                List.of(
                        "merge failed with conflicts",
                        "dataFrom: [{find: {name: {regexp: ^json}}, rewrite: [{merge: {}}]}]"));
        cases.put(
                "defect",
                List.of("failed inside provider", "data: [{secretKey: a, remoteRef: {key: db, property: throw}}]"));
        cases.put("defect2", List.of("failed inside provider", "data: [{secretKey: a, remoteRef: {key: throw}}]"));
        cases.put(
                "generator",
                List.of(
                        "failed with IllegalStateException",
                        "dataFrom: [{sourceRef: {generatorRef: {kind: Fake, name: broken}}}]"));
        cases.put(
                "template",
                List.of("unable to execute template", "target: {template: {data: {a: '{{ fail (toString .) }}'}}}"));
        cases.put(
                "template-yaml",
                List.of("could not unmarshal", "target: {template: {templateFrom: [{literal: '{{ toString . }}'}]}}"));
        cases.put(
                "template-label",
                List.of(
                        "not the value of a label",
                        "target: {template: {metadata: {labels: {l: '{{ toString . }}'}}}}"));
        cases.put(
                "template-key",
                List.of(
                        "not a key of a Secret",
                        "target: {template: {templateFrom: [{literal: '{{ toString . | quote }}: x'}]}}"));
        cases.put(
                "transform",
                List.of(
                        "failed to execute template for key",
                        "dataFrom: [{extract: {key: db}, rewrite: [{transform: {template: '{{ fail .value }}'}}]}]"));
        cases.put("refused", List.of("quota exceeded", "target: {name: forbidden}"));
        cases.put("owned", List.of("target is owned by another ExternalSecret", "target: {name: taken}"));
        cases.put("frozen", List.of("older than the source", "target: {name: frozen, immutable: true}"));
        cases.put("immutable", List.of("target is immutable", "target: {name: immutable}"));
        cases.put(
                "foreign",
                List.of(
                        "was not made by this ExternalSecret",
                        "target: {deletionPolicy: Delete}",
                        "data: [{secretKey: a, remoteRef: {key: nowhere}}]"));
        cases.put(
                "nostore",
                List.of(
                        "is not ready",
                        "data: [{secretKey: a, remoteRef: {key: db}, sourceRef: {storeRef: {name: noca}}}]"));
        return cases;
    }

    private void secret(String name, boolean immutable) {
        bench.local.create(
                ResourceType.SECRETS,
                KubeSecret.of(
                        new ObjectMetaBuilder()
                                .withNamespace("shop")
                                .withName(name)
                                .withAnnotations(Map.of(
                                        "kubectl.kubernetes.io/last-applied-configuration",
                                        "{\"data\":\"" + CANARY + "\"}"))
                                .build(),
                        Map.of("k", CANARY.getBytes(StandardCharsets.UTF_8)),
                        null,
                        immutable ? true : null),
                "kubectl");
    }

    private void fill() {
        bench.backend.secrets.put("db", "{\"user\":\"" + CANARY + "\",\"password\":\"" + CANARY + "-2\"}");
        bench.backend.secrets.put("text", CANARY);
        bench.backend.secrets.put("binary", CANARY + "\0");
        bench.backend.secrets.put("json-a", "{\"m\":\"" + CANARY + "\"}");
        bench.backend.secrets.put("json-b", "{\"m\":\"" + CANARY + "\"}");
        secret("immutable", true);
        secret("frozen", false);
        secret("foreign", false);
        secret("creds", false);
        bench.externalSecret("first", "target: {name: taken}");
        bench.local.load("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: noca, namespace: shop}
                spec: {provider: {memory: {tokenRef: {name: creds, key: none}}}}
                """);
        GenericKubernetesResource generator = new GenericKubernetesResource();
        generator.setMetadata(
                new ObjectMetaBuilder().withNamespace("shop").withName("broken").build());
        bench.local.create(
                ResourceType.generic("generators.external-secrets.io", "v1alpha1", "fakes", "Fake", true),
                generator,
                "test");
        bench.cluster.refuse(request -> request.equals("create Secret shop/forbidden")
                ? new ClusterException(ClusterException.Reason.FORBIDDEN, "quota exceeded")
                : null);
    }

    private String message(String name) {
        return bench.ready(name).map(c -> String.valueOf(c.message())).orElse("");
    }

    private void run() {
        fill();
        bench.start();
        bench.awaitReady("first");
        cases().forEach((name, lines) ->
                bench.externalSecret(name, lines.subList(1, lines.size()).toArray(String[]::new)));
        cases().forEach((name, lines) -> await(name + " says: " + lines.get(0))
                .untilAsserted(() -> assertThat(message(name)).contains(lines.get(0))));
        // Once more with other values, so that changes are logged and told as well.
        bench.backend.secrets.put("db", "{\"user\":\"" + CANARY + "-3\",\"added\":\"" + CANARY + "\"}");
        bench.advance(Duration.ofMinutes(70));
        bench.awaitData("ok", Map.of("user", CANARY + "-3", "added", CANARY));
    }

    @Test
    @DisplayName("in logs, even at TRACE, in events, in conditions, in requests and in names of threads")
    void anywhere() {
        run();
        await().untilAsserted(() -> assertThat(bench.events()).anyMatch(e -> e.contains("quota exceeded")));
        assertClean("logs", logged);
        assertThat(logged)
                .anyMatch(l -> l.contains("DEBUG"))
                .anyMatch(l -> l.contains("defect") || l.contains("memory"));
        assertClean("events", bench.events());
        List<String> statuses = new ArrayList<>();
        bench.local.list(
                ResourceType.EXTERNAL_SECRETS,
                Selection.everyNamespace(),
                e -> statuses.add(Serialization.asJson(e.getStatus() == null ? Map.of() : e.getStatus())));
        bench.local.list(
                ResourceType.SECRET_STORES,
                Selection.everyNamespace(),
                s -> statuses.add(Serialization.asJson(s.getStatus() == null ? Map.of() : s.getStatus())));
        assertClean("statuses", statuses);
        assertClean("requests", bench.cluster.requests());
        assertClean(
                "threads",
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .toList());
        assertClean("health", List.of(bench.operator.health().toString()));
    }

    @Test
    @DisplayName("in reports and exceptions of SecretSync")
    void secretSync() {
        fill();
        cases().forEach((name, lines) ->
                bench.externalSecret(name, lines.subList(1, lines.size()).toArray(String[]::new)));
        try (SecretSync sync = SecretSync.builder()
                .cluster(bench.cluster)
                .providers(List.of(bench.backend))
                .generators(List.of(broken))
                .build()) {
            SyncReport plan = sync.plan();
            SyncReport report = sync.sync();
            Throwable thrown = catchThrowable(report::orThrow);
            assertThat(thrown).isInstanceOf(SyncFailedException.class);
            assertThat(report.failures()).hasSizeGreaterThan(10);
            List<String> texts = new ArrayList<>(List.of(plan.toString(), report.toString(), report.summary()));
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                texts.add(t.toString());
            }
            texts.add(String.valueOf(sync.secret("shop", "ok")));
            assertClean("reports", texts);
            assertClean("logs", logged);
        }
    }

    @Test
    @DisplayName("in the toString of a type that holds one")
    void types() {
        SecretValue value = SecretValue.of(CANARY);
        byte[] bytes = CANARY.getBytes(StandardCharsets.UTF_8);
        KubeSecret secret = KubeSecret.of(
                new ObjectMetaBuilder()
                        .withNamespace("shop")
                        .withName("db")
                        .withAnnotations(Map.of("kubectl.kubernetes.io/last-applied-configuration", CANARY))
                        .build(),
                Map.of("k", bytes),
                null,
                null);
        List<Object> holders = List.of(
                value,
                secret,
                SecretDigest.of(secret),
                new DesiredTarget(
                        Map.of("k", bytes), new DesiredTarget.Metadata(Map.of(), Map.of("a", CANARY), List.of()), null),
                new Generated(Map.of("k", value), null),
                new ServiceAccountToken(value, Instant.EPOCH),
                new PushRequest("key", null, Map.of("k", value), null, Map.of()),
                Map.of("k", value));
        assertClean("toString", holders.stream().map(Object::toString).toList());
    }
}
