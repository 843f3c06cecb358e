package dev.eso4j.provider.builtin.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.testkit.CanaryLeak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A webhook store shows no secret")
class WebhookLeakTest {
    private static final RemoteKey KEY = RemoteKey.of("k");
    private final WebhookStore store = new WebhookStore();
    private final CanaryLeak canary = CanaryLeak.open();

    @AfterEach
    void stop() {
        canary.close();
        store.close();
    }

    private void failing(String what, Map<String, Object> config) {
        SecretsClient client = store.client(config);
        Throwable read = catchThrowable(() -> client.read(KEY).value());
        Throwable push = catchThrowable(() ->
                client.push(new PushRequest("k", null, Map.of("s", SecretValue.of(canary.value())), "s", Map.of())));
        assertThat(read).as(what).isNotNull();
        canary.look(what, read).look(what + " client", client).look(what + " check", client.check());
        if (push != null) {
            canary.look(what + " push", push);
        }
    }

    @Test
    @DisplayName(
            "of its credentials or of the answer in errors, logs and texts of objects, wherever it stands in the request")
    void nowhere() {
        store.credentials.withSecret("shop", "creds", "token", canary.value());
        for (int status : List.of(200, 302, 304, 400, 401, 404, 429, 500)) {
            store.server.on("/s" + status, exchange -> {
                exchange.getResponseHeaders()
                        .add("Location", "https://" + canary.value() + ".example/" + canary.value());
                WebhookServer.send(exchange, status, "{\"a\":\"" + canary.value() + "\",\"x\": " + canary.value());
            });
            failing(
                    "status " + status,
                    WebhookStore.with(
                            WebhookStore.with(
                                    store.config("/s" + status + "?token={{ .auth.token }}"),
                                    "headers",
                                    Map.of("Authorization", "Bearer {{ .auth.token }}")),
                            "result",
                            Map.of("jsonPath", "$.a.{{ .auth.token }}")));
        }
        failing("host", store.config("https://{{ .auth.token }}.invalid/"));
        failing("port", store.config("http://127.0.0.1:1/{{ .auth.token }}"));
        failing("no address", store.config("{{ .auth.token }}"));
        failing("user", store.config("https://{{ .auth.token }}:{{ .auth.token }}@127.0.0.1:1/"));
        failing("template", store.config("https://127.0.0.1/{{ fail .auth.token }}"));
        failing("number", store.config("https://127.0.0.1/{{ mustToDate \"2006\" .auth.token }}"));
        failing(
                "header",
                WebhookStore.with(
                        store.config("/s200"), "headers", Map.of("X", "{{ .auth.token }}\n{{ .auth.token }}")));
        store.server.answer("/ok", 200, "{\"a\":\"" + canary.value() + "\"}");
        SecretsClient client = store.client("/ok", "$.a.b");
        canary.look("object", client.read(KEY))
                .look("path", catchThrowable(() -> client.read(KEY).value()))
                .look("entries", catchThrowable(() -> client.read(KEY).entries("a")));
        canary.assertNowhere();
    }
}
