package dev.eso4j.provider.builtin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.SyncReport;
import dev.eso4j.testkit.CanaryLeak;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The Webhook generator")
class WebhookGeneratorTest {
    private final WebhookServer server = new WebhookServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static final String MANIFESTS = """
            apiVersion: v1
            kind: Secret
            metadata: {name: creds, namespace: shop, labels: {external-secrets.io/type: LABEL}}
            stringData: {param: TOKEN}
            ---
            apiVersion: generators.external-secrets.io/v1alpha1
            kind: Webhook
            metadata: {name: token, namespace: shop}
            spec: SPEC
            ---
            apiVersion: generators.external-secrets.io/v1alpha1
            kind: ClusterGenerator
            metadata: {name: token}
            spec: {kind: Webhook, generator: {webhookSpec: SPEC}}
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: made, namespace: shop}
            spec:
              DELETION
              dataFrom:
                - sourceRef: {generatorRef: {apiVersion: generators.external-secrets.io/v1alpha1, kind: KIND, name: token}}
            """;

    private String manifests(String kind, String path, String label, String token, String deletion) {
        String spec = "{url: '" + server.url() + "/" + path + "?parameter={{ .auth.param }}', caBundle: "
                + WebhookStore.bundle()
                + ", result: {jsonPath: '$.args'}, secrets: [{name: auth, secretRef: {name: creds}}]}";
        return MANIFESTS
                .replace("SPEC", spec)
                .replace("KIND", kind)
                .replace("LABEL", label)
                .replace("TOKEN", token)
                .replace("DELETION", deletion);
    }

    private Map<String, SecretValue> made(String kind) {
        server.answer("/get", 200, "{\"args\":{\"parameter\":\"test\",\"n\":1.5,\"o\":{\"a\":1}}}");
        try (SecretSync sync = SecretSync.builder()
                .manifests(manifests(kind, "get", "webhook", "t0", "refreshPolicy: Periodic"))
                .build()) {
            sync.sync().orThrow();
            return sync.secret("shop", "made").orElseThrow();
        }
    }

    @Test
    @DisplayName("makes a key of each member of what the service answers")
    void makes() {
        assertThat(made("Webhook"))
                .containsOnly(
                        Map.entry("parameter", SecretValue.of("test")),
                        Map.entry("n", SecretValue.of("1.5")),
                        Map.entry("o", SecretValue.of("{\"a\":1}")));
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.target()).isEqualTo("/get?parameter=t0");
            assertThat(request.method()).isEqualTo("GET");
        });
    }

    @Test
    @DisplayName("does the same as a ClusterGenerator, with the Secrets of the consumer's namespace")
    void clusterWide() {
        assertThat(made("ClusterGenerator")).containsEntry("parameter", SecretValue.of("test"));
    }

    @Test
    @DisplayName("shows neither what it sends nor what it gets when it fails, and sends no Secret without its label")
    void fails() {
        try (CanaryLeak canary = CanaryLeak.open()) {
            server.answer("/get", 500, canary.value());
            server.answer("/list", 200, "{\"args\":[\"" + canary.value() + "\"]}");
            for (String path : new String[] {"get", "list", "nothing-here"}) {
                for (String label : new String[] {"webhook", "other"}) {
                    int before = server.requests().size();
                    try (SecretSync sync = SecretSync.builder()
                            .manifests(manifests("Webhook", path, label, canary.value(), "refreshPolicy: Periodic"))
                            .build()) {
                        SyncReport report = sync.sync();
                        assertThat(report.failures()).as(path + label).hasSize(1);
                        canary.look("report", report).look("results", report.results());
                    }
                    if (label.equals("other")) {
                        assertThat(server.requests()).hasSize(before);
                    }
                }
            }
            canary.assertNowhere();
        }
    }

    @Test
    @DisplayName("takes 404 for the absence of the values, which a deletion policy may allow")
    void absent() {
        server.answer("/none", 404, "");
        try (SecretSync sync = SecretSync.builder()
                .manifests(manifests("Webhook", "none", "webhook", "t0", "target: {deletionPolicy: Delete}"))
                .build()) {
            assertThat(sync.sync().failures()).isEmpty();
            assertThat(sync.secret("shop", "made")).isEmpty();
        }
    }
}
