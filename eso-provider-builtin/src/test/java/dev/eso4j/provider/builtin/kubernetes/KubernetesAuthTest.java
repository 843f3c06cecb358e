package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.ServiceAccountToken;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Authentication of a kubernetes store")
class KubernetesAuthTest {
    private final KubeStore store = new KubeStore();

    @BeforeEach
    void seed() {
        store.server.put("a", KubeSecrets.of(Map.of("k", "v")));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private static String value(SecretsClient client) {
        return client.read(RemoteKey.of("a")).property("k").utf8();
    }

    @Test
    @DisplayName("requests a ServiceAccount token for an hour, once, and a new one once when it is refused")
    void renewsRefusedToken() {
        List<String> issued = new ArrayList<>();
        List<Duration> lifetimes = new ArrayList<>();
        store.credentials.withTokens("shop", "reader", (audiences, lifetime) -> {
            lifetimes.add(lifetime);
            issued.add("sa" + issued.size() + audiences);
            store.server.accept(issued.get(issued.size() - 1));
            return new ServiceAccountToken(
                    SecretValue.of(issued.get(issued.size() - 1)), Instant.now().plusSeconds(3600));
        });
        Map<String, Object> auth = Map.of("serviceAccount", Map.of("name", "reader", "audiences", List.of("aud")));
        try (SecretsClient client = store.client(auth)) {
            value(client);
            value(client);
            assertThat(issued).containsExactly("sa0[aud]");
            store.server.revoke("sa0[aud]");
            assertThat(value(client)).isEqualTo("v");
            assertThat(issued).containsExactly("sa0[aud]", "sa1[aud]");
            assertThat(lifetimes).containsOnly(Duration.ofHours(1));
        }
    }

    @Test
    @DisplayName("reads a stored token again when it is refused, for Secrets are rotated")
    void readsRotatedToken() {
        try (SecretsClient client = store.client()) {
            value(client);
            store.server.revoke("t0");
            store.server.accept("t1");
            store.credentials.withSecret("shop", "creds", "token", "t1");
            assertThat(value(client)).isEqualTo("v");
        }
    }

    @Test
    @DisplayName("reports a token that stays refused as access denied, after one request with it")
    void refusedToken() {
        try (SecretsClient client = store.client()) {
            store.server.revoke("t0");
            assertThatThrownBy(() -> value(client))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("401")
                    .hasMessageNotContaining("t0");
            assertThat(store.calls).containsExactly("GetSecret 401");
        }
    }

    @Test
    @DisplayName("refuses a token that no header can hold, without quoting it")
    void tokenWithLineBreak() {
        store.credentials.withSecret("shop", "creds", "token", "can\nary");
        try (SecretsClient client = store.client()) {
            assertThatThrownBy(() -> value(client))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageNotContaining("ary");
        }
    }

    @Test
    @DisplayName("uses a kubeconfig with inline data")
    void usesKubeconfig() {
        store.credentials.withSecret("shop", "kc", "config", kubeconfig(store.server.url(), "token: t0", ""));
        try (SecretsClient client = store.provider.connect(TestStores.context(
                TestStores.identity("shop", "k8s"),
                "kubernetes",
                Map.of("authRef", Map.of("name", "kc", "key", "config")),
                store.credentials))) {
            assertThat(value(client)).isEqualTo("v");
        }
    }

    @Test
    @DisplayName("refuses by name everything in a kubeconfig that is not inline data")
    void refusesKubeconfigs() {
        Map<String, String> users = Map.of(
                "exec", "exec: {command: sh}",
                "auth-provider", "auth-provider: {name: x}",
                "tokenFile", "tokenFile: /etc/passwd",
                "client-certificate", "client-certificate: /c",
                "client-key", "client-key: /k",
                "as", "as: admin",
                "password", "password: canary");
        users.forEach((member, user) -> assertRefused(kubeconfig("https://h", user, ""), member));
        Map<String, String> clusters = Map.of(
                "proxy-url", "proxy-url: http://p",
                "insecure-skip-tls-verify", "insecure-skip-tls-verify: true",
                "certificate-authority", "certificate-authority: /ca",
                "tls-server-name", "tls-server-name: n");
        clusters.forEach((member, cluster) -> assertRefused(kubeconfig("https://h", "token: t", cluster), member));
    }

    private static void assertRefused(String kubeconfig, String member) {
        assertThatThrownBy(() -> Kubeconfig.parse("authRef", SecretValue.of(kubeconfig)))
                .as(member)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(" has " + member + " in its")
                .hasMessageNotContaining("canary");
    }

    @Test
    @DisplayName("refuses what is no kubeconfig without quoting it")
    void refusesGarbage() {
        for (String text :
                new String[] {"canary: [", "canary", "", "- canary", "current-context: canary", "a: &a [*a]"}) {
            assertThatThrownBy(() -> Kubeconfig.parse("authRef", SecretValue.of(text)))
                    .as(text)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("canary");
        }
    }

    private static String kubeconfig(String server, String user, String cluster) {
        return "apiVersion: v1\nkind: Config\ncurrent-context: c\n"
                + "contexts: [{name: c, context: {cluster: k, user: u, namespace: ignored}}]\n"
                + "clusters:\n- name: k\n  cluster:\n    server: " + server + "\n    " + cluster + "\n"
                + "users:\n- name: u\n  user:\n    " + user + "\n";
    }

    @Test
    @DisplayName("stays unknown while the credentials of a cluster store wait for a consumer, and reads nothing then")
    void waitsForConsumer() {
        Map<String, Object> config = Map.of("auth", Map.of("serviceAccount", Map.of("name", "reader")));
        StaticCredentials nobody = StaticCredentials.ofClusterStore("");
        try (SecretsClient client = store.provider.connect(
                TestStores.context(TestStores.clusterIdentity("k8s", ""), "kubernetes", config, nobody))) {
            assertThat(client.check().state()).isEqualTo(ValidationResult.State.UNKNOWN);
            assertThatThrownBy(() -> client.read(RemoteKey.of("a"))).isInstanceOf(InvalidRequestException.class);
        }
    }
}
