package dev.eso4j.provider.builtin.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.provider.builtin.webhook.WebhookServer.Request;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Writing through a webhook store")
class WebhookPushTest {
    private final WebhookStore store = new WebhookStore();

    @AfterEach
    void stop() {
        store.close();
    }

    private Map<String, Object> config(String path) {
        store.server.answer("/w", 200, "");
        return WebhookStore.with(store.config(path), "headers", Map.of("Authorization", "Bearer {{ .auth.token }}"));
    }

    private Request last() {
        return store.server.requests().get(store.server.requests().size() - 1);
    }

    private static PushRequest push(String key, String value) {
        return new PushRequest(key, null, Map.of("s", SecretValue.of(value)), "s", Map.of());
    }

    @Test
    @DisplayName("sends the value as the body, whatever the key looks like; a key is never a template")
    void body() {
        SecretsClient client = store.client(config("/w"));
        for (String key : new String[] {"a-b/c", "{{ .auth.token }}", "remoteKey", "x }} {{ fail \"no\" }}"}) {
            client.push(push(key, "{{ value }}"));
            assertThat(last().body()).isEqualTo("{{ value }}");
            assertThat(last().method()).isEqualTo("POST");
        }
    }

    @Test
    @DisplayName("finds the value under the key, and the key under remoteKey, in templates of its own")
    void templates() {
        Map<String, Object> config = WebhookStore.with(
                config("/w/{{ .remoteRef.remoteKey }}"),
                "body",
                "{{ index .remoteRef .remoteRef.remoteKey }}|{{ .remoteRef.secretKey }}|{{ if .remoteRef.key }}read{{ end }}");
        store.client(config).push(push("a b", "v"));
        assertThat(last().body()).isEqualTo("v|s|");
        assertThat(last().target()).isEqualTo("/w/a+b");
        store.client(WebhookStore.with(config, "body", "{{ .remoteRef.value }}{{ .remoteRef.namespace }}"))
                .push(push("a", "v"));
        assertThat(last().body()).isEqualTo("vshop");
    }

    @Test
    @DisplayName("sends a whole Secret as JSON, and none that JSON would damage")
    void whole() {
        SecretsClient client = store.client(config("/w"));
        client.push(new PushRequest(
                "k", null, Map.of("b", SecretValue.of("<&"), "a", SecretValue.of("1")), null, Map.of()));
        assertThat(last().body()).isEqualTo("{\"a\":\"1\",\"b\":\"<&\"}");
        PushRequest binary =
                new PushRequest("k", null, Map.of("b", SecretValue.of(new byte[] {(byte) 0xff})), null, Map.of());
        assertThatThrownBy(() -> client.push(binary)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @DisplayName("deletes with the credentials and an escaped key; what is not there is deleted")
    void delete() {
        SecretsClient client = store.client(config("/w?k={{ .remoteRef.remoteKey }}"));
        client.delete(RemoteKey.of("a/../b&x"), null);
        assertThat(last().method()).isEqualTo("DELETE");
        assertThat(last().target()).isEqualTo("/w?k=a%2F..%2Fb%26x");
        assertThat(last().header("Authorization")).isEqualTo("Bearer t0");
        store.server.answer("/gone", 404, "");
        store.client(config("/gone")).delete(RemoteKey.of("k"), null);
        store.server.answer("/down", 500, "");
        assertThatThrownBy(() -> store.client(config("/down")).delete(RemoteKey.of("k"), null))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    @DisplayName("looks whether something exists as reads do; under remoteKey only where a template has nothing else")
    void exists() {
        SecretsClient both =
                store.client(config("/w{{ if .remoteRef.remoteKey }}/write{{ end }}?k={{ .remoteRef.key }}"));
        assertThat(both.exists(RemoteKey.of("k"), null)).isTrue();
        assertThat(last().target()).isEqualTo("/w?k=k");
        SecretsClient one = store.client(config("/w?k={{ .remoteRef.remoteKey }}"));
        assertThat(one.exists(RemoteKey.of("k"), null)).isTrue();
        assertThat(last().target()).isEqualTo("/w?k=k");
        assertThat(last().method()).isEqualTo("GET");
    }
}
