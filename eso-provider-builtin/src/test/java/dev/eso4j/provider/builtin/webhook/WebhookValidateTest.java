package dev.eso4j.provider.builtin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.testkit.TestStores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manifest of a webhook store")
class WebhookValidateTest {
    private static final StoreIdentity STORE = TestStores.identity("shop", "hook");
    private static final StoreIdentity CLUSTER = TestStores.clusterIdentity("hook", "shop");
    private final WebhookStoreProvider provider = new WebhookStoreProvider();

    private List<String> problems(StoreIdentity store, String member, Object value) {
        Map<String, Object> config = new HashMap<>();
        config.put("url", "https://vault.example/{{ .remoteRef.key }}");
        config.put(member, value);
        return provider.validate(TestStores.spec(store, "webhook", config));
    }

    private void refused(String member, Object value, String... texts) {
        assertThat(String.join(" ", problems(STORE, member, value))).contains(texts);
    }

    @Test
    @DisplayName("is right with an address")
    void fine() {
        assertThat(problems(STORE, "method", "PATCH")).isEmpty();
        assertThat(problems(CLUSTER, "timeout", "0s")).isEmpty();
        assertThat(problems(STORE, "url", "{{ .auth.base }}/x")).isEmpty();
    }

    @Test
    @DisplayName("is refused where it can never work, with field and fix")
    void refused() {
        refused("url", "", ".url is missing");
        refused("url", "vault.example/x", ".url is not an address");
        refused("url", "ftp://vault.example/", ".url is not an address");
        refused("url", "https://x/{{ .remoteRef.key", ".url cannot be parsed");
        refused("url", "https://x/{{ nothing }}", ".url cannot be parsed");
        refused("body", "{{ end }}", ".body cannot be parsed");
        refused("headers", Map.of("a b", "x"), "headers");
        refused("method", "G T", ".method");
        refused("method", "CONNECT", ".method");
        refused("timeout", "-1s", ".timeout is negative");
        refused("timeout", "1d", ".timeout");
        refused("result", Map.of("jsonPath", "$.a["), "result.jsonPath is not a JSON path");
        refused("result", Map.of("jsonPath", "$.{{"), "result.jsonPath cannot be parsed");
        refused("secrets", List.of(Map.of("name", "remoteRef", "secretRef", Map.of("name", "s"))), "remoteRef");
        refused("secrets", List.of(Map.of("name", "a", "secretRef", Map.of())), "secretRef.name");
        refused("auth", Map.of(), "auth.ntlm is missing");
        refused(
                "auth",
                Map.of("ntlm", Map.of("usernameSecret", Map.of("name", "s"), "passwordSecret", Map.of("name", "s"))),
                "usernameSecret.key",
                "passwordSecret.key");
        refused("caProvider", Map.of("type", "Secret", "name", "a", "key", "k", "namespace", "other"), "namespace");
        refused("caProvider", Map.of("type", "Other", "name", "a"), ".type", ".key");
    }

    @Test
    @DisplayName("reaches Secrets of its own namespace, and for the whole cluster only those whose namespace it names")
    void namespaces() {
        Object secret = List.of(Map.of("name", "a", "secretRef", Map.of("name", "s", "namespace", "other")));
        assertThat(problems(STORE, "secrets", secret)).hasSize(1);
        assertThat(problems(CLUSTER, "secrets", secret)).isEmpty();
        assertThat(problems(CLUSTER, "secrets", List.of(Map.of("name", "a", "secretRef", Map.of("name", "s")))))
                .singleElement()
                .asString()
                .contains("namespace");
    }

    @Test
    @DisplayName("makes a store for the whole cluster one of each consumer where it uses the consumer's namespace")
    void referent() {
        assertThat(referent("https://x/{{ .remoteRef.namespace }}")).isTrue();
        assertThat(referent("https://x/{{ .remoteRef.key }}")).isFalse();
    }

    private boolean referent(String url) {
        return provider.referent(TestStores.spec(CLUSTER, "webhook", Map.of("url", url)));
    }
}
