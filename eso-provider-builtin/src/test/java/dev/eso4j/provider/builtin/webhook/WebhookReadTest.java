package dev.eso4j.provider.builtin.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.MetadataPolicy;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.provider.builtin.webhook.WebhookServer.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Reading through a webhook store")
class WebhookReadTest {
    private final WebhookStore store = new WebhookStore();

    @AfterEach
    void stop() {
        store.close();
    }

    private String value(String answer, String jsonPath) {
        store.server.answer("/a", 200, answer);
        return store.client("/a", jsonPath).read(RemoteKey.of("k")).value().utf8();
    }

    private Request only() {
        assertThat(store.server.requests()).hasSize(1);
        return store.server.requests().get(0);
    }

    @Test
    @DisplayName("escapes the reference in the address, and neither there nor elsewhere the values of Secrets")
    void escapes() {
        store.server.answer("/s/", 200, "{}");
        store.credentials.withSecret("shop", "creds", "path", "a/b?c=d");
        Map<String, Object> config = WebhookStore.with(
                store.config(
                        "/s/{{ .remoteRef.key }}/{{ .remoteRef.version }}/{{ .auth.path }}&n={{ .remoteRef.namespace }}"),
                "headers",
                Map.of("X-Version", "{{ .remoteRef.version }}", "x-auth-token", "{{ .auth.token }}"));
        config = WebhookStore.with(config, "body", "{{ .remoteRef.key }}");
        store.client(config).read(new RemoteKey("/my app/*~é", "v+1", MetadataPolicy.NONE));
        Request request = only();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/s/%2Fmy+app%2F%2A~%C3%A9/v%2B1/a/b?c=d&n=shop");
        assertThat(request.body()).isEqualTo("/my app/*~é");
        assertThat(request.header("X-auth-token")).isEqualTo("t0");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("keeps every digit of a number, and prints other values as before")
    @CsvSource(
            delimiter = '|',
            value = {
                "2.5 | 2.5",
                "12345678901234567890123 | 12345678901234567890123",
                "0.10000000000000000000001 | 0.10000000000000000000001",
                "1.50 | 1.5",
                "1e3 | 1000",
                "true | true",
                "null | ''",
                "\"text\" | text",
                "[[\"first\"], 2] | first",
                "{\"b\": 1, \"a\": \"<\"} | {\"a\":\"\\u003c\",\"b\":1}"
            })
    void values(String json, String expected) {
        assertThat(value("{\"v\": " + json + "}", "$.v")).isEqualTo(expected);
    }

    @Test
    @DisplayName("returns the body byte for byte where there is no path, JSON or not")
    void wholeBody() {
        assertThat(value(" not { json \n", "")).isEqualTo(" not { json \n");
    }

    @Test
    @DisplayName("says which path finds nothing, by its template and not by what that renders to")
    void nothingFound() {
        store.server.answer("/a", 200, "{\"a\":[]}");
        SecretsClient client = store.client("/a", "$.{{ .auth.token }}");
        assertThatThrownBy(() -> client.read(RemoteKey.of("k")).value())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("$.{{ .auth.token }}")
                .hasMessageNotContaining("t0");
        assertThatThrownBy(
                        () -> store.client("/a", "$.a").read(RemoteKey.of("k")).value())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("finds nothing");
    }

    @Test
    @DisplayName("takes an object apart, also one that is text, but nothing else")
    void entries() {
        store.server.answer("/a", 200, "{\"o\":{\"n\":1.25,\"s\":\"x\"},\"t\":\"{\\\"k\\\":\\\"v\\\"}\",\"l\":[{}]}");
        SecretsClient client = store.client("/a", "$.{{ .remoteRef.property }}");
        assertThat(client.read(RemoteKey.of("k")).entries("o"))
                .containsOnly(Map.entry("n", SecretValue.of("1.25")), Map.entry("s", SecretValue.of("x")));
        assertThat(client.read(RemoteKey.of("k")).entries("t")).containsOnly(Map.entry("k", SecretValue.of("v")));
        assertThatThrownBy(() -> client.read(RemoteKey.of("k")).entries("l")).isInstanceOf(MalformedException.class);
    }

    @Test
    @DisplayName("costs one request for all properties, unless the request itself names the property")
    void oneRequest() {
        store.server.answer("/a", 200, "{\"x\":1,\"y\":2}");
        SecretsClient shared = store.client("/a", "$.{{ .remoteRef.property }}");
        RemoteKey key = RemoteKey.of("k");
        assertThat(shared.keyFor(key, "x")).isEqualTo(key).isEqualTo(shared.keyFor(key, "y"));
        SecretsClient each = store.client("/a?p={{ .remoteRef.property }}", "");
        RemoteKey forX = each.keyFor(key, "x");
        assertThat(forX).isNotEqualTo(each.keyFor(key, "y"));
        each.read(forX).property("x");
        assertThat(only().target()).isEqualTo("/a?p=x");
        assertThatThrownBy(() -> each.read(forX).property("y")).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("knows from a template whether the property may be in it")
    @CsvSource(
            delimiter = '~',
            value = {
                "https://a.b/{{ .remoteRef.key }} ~ false",
                "https://a.b/property ~ false",
                "{{ .auth.token }}{{ $.remoteRef.version }} ~ false",
                "{{ .remoteRef.property }} ~ true",
                "{{ with .remoteRef }}{{ .key }}{{ end }} ~ true",
                "{{ index .remoteRef .auth.x }} ~ true",
                "{{ . | toJson }} ~ true",
                "{{ toJson $ }} ~ true",
                "{{ range $k, $v := $ }}{{ end }} ~ true",
                "{{ template \"x\" .}} ~ true",
                "{{ get . (printf \"remote%s\" \"Ref\") }} ~ true",
                "{{ .remoteRef.other }} ~ true"
            })
    void usesProperty(String template, boolean expected) {
        assertThat(TemplateReading.mayUse(template, "property")).isEqualTo(expected);
    }

    @Test
    @DisplayName("refuses to send what a name stands for that does not exist; to ask for it is no mistake")
    void missingName() {
        store.server.answer("/a", 200, "{}");
        Map<String, Object> config = store.config("/a");
        assertThatThrownBy(() -> store.client(WebhookStore.with(config, "headers", Map.of("X", "{{ .auth.tokn }}")))
                        .read(RemoteKey.of("k")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("headers.X refers to a name that does not exist");
        assertThat(store.server.requests()).isEmpty();
        store.client(WebhookStore.with(config, "headers", Map.of("X", "{{ if .auth.tokn }}a{{ else }}b{{ end }}")))
                .read(RemoteKey.of("k"));
        assertThat(only().header("X")).isEqualTo("b");
    }

    @Test
    @DisplayName("sends no Secret whose owner has not agreed by the label")
    void label() {
        store.credentials.withLabels("shop", "creds", Map.of("external-secrets.io/type", "other"));
        assertThatThrownBy(() -> store.client(store.config("/a")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("external-secrets.io/type");
    }

    @Test
    @DisplayName("does not trust a certificate of another authority, nor the system's any more")
    void trust() {
        Map<String, Object> config = store.config("/a");
        config.remove("caBundle");
        SecretsClient client = store.client(config);
        assertThatThrownBy(() -> client.read(RemoteKey.of("k"))).hasMessageContaining("not trusted");
        assertThat(client.check().message()).contains("not trusted");
    }

    @Test
    @DisplayName(
            "takes user and password of the address for basic authentication, and does not send a Host of one's own")
    void userInfo() {
        store.server.answer("/a", 200, "{}");
        Map<String, Object> config =
                store.config(store.server.url().replace("https://", "https://me:{{ .auth.token }}@") + "/a");
        store.client(WebhookStore.with(config, "headers", Map.of("Host", "elsewhere.example")))
                .read(RemoteKey.of("k"));
        assertThat(only().header("Authorization")).isEqualTo("Basic bWU6dDA=");
        assertThat(only().header("Host")).startsWith("127.0.0.1:");
    }

    @Test
    @DisplayName("cannot check a store whose host is a template, and does not search")
    void notPossible() {
        SecretsClient client = store.client(store.config("https://{{ .auth.token }}.example/{{ .remoteRef.key }}"));
        assertThat(client.check().state()).isEqualTo(dev.eso4j.api.spi.ValidationResult.State.UNKNOWN);
        assertThatThrownBy(() -> client.find(new dev.eso4j.api.spi.FindRequest(null, "a", null)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(List.of(client.toString())).noneMatch(text -> text.contains("t0"));
    }
}
