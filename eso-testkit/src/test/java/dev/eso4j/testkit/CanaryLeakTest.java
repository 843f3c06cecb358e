package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.SyncReport;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("The canary")
class CanaryLeakTest {
    @Test
    @DisplayName("is found in a log, also as base64")
    void found() {
        for (String form : new String[] {"plain", "base64"}) {
            try (CanaryLeak canary = CanaryLeak.open()) {
                String text = form.equals("plain")
                        ? canary.value()
                        : Base64.getEncoder().encodeToString(canary.value().getBytes());
                LoggerFactory.getLogger("somebody").trace("the value is {}", text);
                assertThatThrownBy(canary::assertNowhere)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("log");
            }
        }
    }

    @Test
    @DisplayName("is found in the cause of an exception")
    void foundInCause() {
        try (CanaryLeak canary = CanaryLeak.open()) {
            canary.look("failure", new IllegalStateException("x", new RuntimeException(canary.value())));
            assertThatThrownBy(canary::assertNowhere).hasMessageContaining("failure");
        }
    }

    @Test
    @DisplayName("reaches the Secret and nothing else, by a pass, by an operator, and when entries fail")
    void engine() {
        try (CanaryLeak canary = CanaryLeak.open();
                LocalCluster cluster = LocalCluster.create()) {
            RecordingProvider provider = new RecordingProvider("recording");
            provider.backend().put("db", "{\"password\":\"" + canary.value() + "\"}");
            provider.backend().put("text", canary.value());
            cluster.load("""
                    apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: store, namespace: shop}
                    spec: {provider: {recording: {}}}
                    ---
                    apiVersion: external-secrets.io/v1
                    kind: ExternalSecret
                    metadata: {name: good, namespace: shop}
                    spec:
                      secretStoreRef: {name: store}
                      data: [{secretKey: password, remoteRef: {key: db, property: password}}]
                    ---
                    apiVersion: external-secrets.io/v1
                    kind: ExternalSecret
                    metadata: {name: bad, namespace: shop}
                    spec:
                      secretStoreRef: {name: store}
                      data:
                        - {secretKey: a, remoteRef: {key: text, property: x}}
                        - {secretKey: b, remoteRef: {key: db, property: x}}
                        - {secretKey: c, remoteRef: {key: db, decodingStrategy: Base64}}
                      dataFrom:
                        - extract: {key: text}
                        - extract: {key: db}
                          rewrite: [{merge: {}}]
                        - extract: {key: db}
                          rewrite: [{regexp: {source: "password", target: "a/b"}}]
                    """);
            try (SecretSync sync = SecretSync.builder()
                    .cluster(cluster)
                    .providers(List.of(provider))
                    .build()) {
                SyncReport report = sync.sync();
                canary.look("report", report).look("summary", report.summary());
                assertThat(report.failures()).hasSize(1);
                assertThat(report.failures().get(0).message()).contains("spec.data[2]", "spec.dataFrom[2]");
                assertThatThrownBy(report::orThrow).satisfies(e -> canary.look("exception", e));
            }
            try (EsoOperator operator =
                    EsoOperator.builder(cluster).providers(List.of(provider)).build()) {
                operator.start();
                cluster.load("""
                        apiVersion: external-secrets.io/v1
                        kind: ExternalSecret
                        metadata: {name: another, namespace: shop}
                        spec:
                          secretStoreRef: {name: store}
                          data: [{secretKey: password, remoteRef: {key: db}}]
                        """);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> cluster.get(ResourceType.SECRETS, "shop", "another")
                                .isPresent());
            }
            assertThat(canary.loggedLines()).isPositive();
            canary.look(cluster).assertNowhere();
            assertThat(cluster.get(ResourceType.SECRETS, "shop", "good")
                            .orElseThrow()
                            .data()
                            .get("password"))
                    .isEqualTo(canary.value().getBytes());
        }
    }
}
