package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.PushSource;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import dev.eso4j.testkit.WithControlPlane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("The kubernetes provider on a real API server")
class KubernetesProviderIT {
    private static final Map<String, Object> TOKEN_AUTH = KubeStore.tokenAuth();

    private final RealCluster cluster;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final KubernetesStoreProvider provider =
            new KubernetesStoreProvider((call, status, time) -> calls.add(call.name() + " " + status));

    KubernetesProviderIT(ControlPlane plane) {
        cluster = new RealCluster(plane);
        cluster.put("a", KubeSecrets.of(Map.of("k", "v")));
    }

    private SecretsClient client(Map<String, Object> config, StaticCredentials credentials) {
        return provider.connect(
                TestStores.context(TestStores.identity("shop", "k8s"), "kubernetes", config, credentials));
    }

    private SecretsClient clientOf(String account) {
        return client(cluster.config(TOKEN_AUTH), credentials("creds", "token", token(account)));
    }

    private String token(String account) {
        return cluster.token(account, List.of(), Duration.ofHours(1)).token().utf8();
    }

    private static StaticCredentials credentials(String name, String key, String value) {
        return StaticCredentials.ofStore("shop").withSecret("shop", name, key, value);
    }

    private static void assertUsable(SecretsClient client) {
        try (client) {
            assertThat(client.read(RemoteKey.of("a")).property("k")).isEqualTo(SecretValue.of("v"));
            assertThat(client.check()).isEqualTo(ValidationResult.ready());
        }
    }

    @Test
    @DisplayName("authenticates by a bearer token from a Secret")
    void bearerToken() {
        assertUsable(clientOf("reader"));
        assertThat(calls).containsExactly("GetSecret 200", "CreateSelfSubjectRulesReview 201");
    }

    @Test
    @DisplayName("authenticates by a ServiceAccount whose token is requested for an hour, once")
    void serviceAccount() {
        List<Duration> requested = new CopyOnWriteArrayList<>();
        StaticCredentials credentials = StaticCredentials.ofStore("shop")
                .withTokens("shop", "reader", (audiences, lifetime) -> {
                    requested.add(lifetime);
                    return cluster.token("reader", audiences, lifetime);
                });
        assertUsable(client(cluster.config(Map.of("serviceAccount", Map.of("name", "reader"))), credentials));
        assertThat(requested).containsExactly(Duration.ofHours(1));
    }

    @Test
    @DisplayName("authenticates by a kubeconfig from a Secret")
    void kubeconfig() {
        assertUsable(client(
                Map.of("authRef", Map.of("name", "kc", "key", "config"), "remoteNamespace", cluster.namespace()),
                credentials("kc", "config", cluster.plane().kubeconfigForToken(token("reader")))));
    }

    @Test
    @DisplayName("says what a client lacks that may not read Secrets")
    void forbidden() {
        try (SecretsClient client = clientOf("nobody")) {
            assertThat(client.check())
                    .isEqualTo(ValidationResult.failed("The credentials may not get Secrets in namespace \""
                            + cluster.namespace() + "\"; grant get and list on secrets there."));
            assertThatThrownBy(() -> client.read(RemoteKey.of("a")))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("403");
        }
    }

    @Test
    @DisplayName("fails the check for a token that is not valid, and for a certificate that is not trusted")
    void badCredentials() {
        try (SecretsClient client =
                client(cluster.config(TOKEN_AUTH), credentials("creds", "token", "canary-not-a-token"))) {
            assertThat(client.check().state()).isEqualTo(ValidationResult.State.FAILED);
            assertThat(client.check().message()).contains("401").doesNotContain("canary");
        }
        Map<String, Object> systemRoots =
                Map.of("server", Map.of("url", cluster.plane().url()), "auth", TOKEN_AUTH);
        try (SecretsClient client = client(systemRoots, credentials("creds", "token", token("reader")))) {
            assertThat(client.check().state()).isEqualTo(ValidationResult.State.FAILED);
            assertThat(client.check().message()).contains("certificate is not trusted");
        }
    }

    @Test
    @DisplayName("finds by labels over several pages")
    void pages() {
        cluster.plane()
                .apply(IntStream.range(0, 150)
                        .mapToObj(i -> "{apiVersion: v1, kind: Secret, metadata: {name: p-" + i + ", namespace: "
                                + cluster.namespace() + ", labels: {page: \"yes\"}}, stringData: {n: \"" + i + "\"}}")
                        .collect(Collectors.joining("\n---\n")));
        try (SecretsClient client = clientOf("reader")) {
            assertThat(client.find(new FindRequest(null, null, Map.of("page", "yes"))))
                    .hasSize(150);
            assertThat(client.find(new FindRequest(null, "^p-1[0-4]$", null))).hasSize(5);
            assertThat(calls).hasSize(4).allMatch("ListSecrets 200"::equals);
        }
    }

    @Test
    @DisplayName("pushes type, labels and data, writes nothing twice, and refuses what the server would refuse")
    void pushes() {
        PushSource source = new PushSource("example.com/x", Map.of("team", "a"), Map.of());
        PushRequest request = new PushRequest("pushed", null, Map.of("k", SecretValue.of("v")), null, Map.of(), source);
        try (SecretsClient client = clientOf("reader")) {
            client.push(request);
            client.push(request);
            assertThat(calls).containsExactly("GetSecret 404", "CreateSecret 201", "GetSecret 200");
            assertThat(cluster.plane()
                            .kubectl(
                                    "-n",
                                    cluster.namespace(),
                                    "get",
                                    "secret",
                                    "pushed",
                                    "-o",
                                    "jsonpath={.type} {.metadata.labels} {.data} {.metadata.managedFields[*].manager}"))
                    .isEqualTo("example.com/x {\"team\":\"a\"} {\"k\":\"dg==\"} external-secrets");
            assertThatThrownBy(() -> client.push(new PushRequest(
                            "pushed", null, Map.of("k", SecretValue.of("w")), null, Map.of(), PushSource.NONE)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("types cannot be changed");
            assertThatThrownBy(() -> client.push(new PushRequest(
                            "pushed", "bad key!", Map.of("k", SecretValue.of("w")), "k", Map.of(), source)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("422");
        }
    }
}
