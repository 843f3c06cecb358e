package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.testkit.TestStores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manifest of a kubernetes store")
class KubernetesValidateTest {
    private static final StoreIdentity STORE = TestStores.identity("shop", "k8s");
    private static final StoreIdentity CLUSTER = TestStores.clusterIdentity("k8s", "");
    private static final Map<String, Object> REF = Map.of("name", "s", "key", "k");
    private static final Map<String, Object> REF_ELSEWHERE = Map.of("name", "s", "key", "k", "namespace", "other");

    private final KubernetesStoreProvider provider = new KubernetesStoreProvider();

    private List<String> problems(StoreIdentity store, Map<String, Object> config) {
        return provider.validate(TestStores.spec(store, "kubernetes", config));
    }

    private static Map<String, Object> token(Map<String, Object> ref) {
        return Map.of("auth", Map.of("token", Map.of("bearerToken", ref)));
    }

    private static Map<String, Object> url(String url) {
        return Map.of("auth", KubeStore.tokenAuth(), "server", Map.of("url", url));
    }

    private static Map<String, Object> caProvider(Map<String, Object> provider) {
        return Map.of("auth", KubeStore.tokenAuth(), "server", Map.of("caProvider", provider));
    }

    @Test
    @DisplayName("is accepted with one way of authentication, and with a kubeconfig")
    void accepted() {
        assertThat(problems(STORE, token(REF))).isEmpty();
        assertThat(problems(CLUSTER, token(REF_ELSEWHERE))).isEmpty();
        assertThat(problems(STORE, Map.of("authRef", REF))).isEmpty();
        assertThat(problems(CLUSTER, Map.of("auth", Map.of("serviceAccount", Map.of("name", "sa")))))
                .isEmpty();
        assertThat(problems(STORE, Map.of("auth", Map.of("cert", Map.of("clientCert", REF, "clientKey", REF)))))
                .isEmpty();
    }

    @Test
    @DisplayName("needs exactly one way of authentication")
    void oneWay() {
        assertThat(problems(STORE, Map.of())).singleElement().asString().contains(".auth is missing");
        assertThat(problems(STORE, Map.of("auth", Map.of())))
                .singleElement()
                .asString()
                .contains("exactly one");
        assertThat(problems(STORE, Map.of("auth", KubeStore.tokenAuth(), "authRef", REF)))
                .singleElement()
                .asString()
                .contains("both set");
        assertThat(problems(
                        STORE,
                        Map.of(
                                "auth",
                                Map.of("token", Map.of("bearerToken", REF), "serviceAccount", Map.of("name", "x")))))
                .singleElement()
                .asString()
                .contains("has 2 members");
    }

    @Test
    @DisplayName("names every reference that is incomplete")
    void incomplete() {
        assertThat(problems(STORE, Map.of("auth", Map.of("token", Map.of()))))
                .singleElement()
                .asString()
                .startsWith("spec.provider.kubernetes.auth.token.bearerToken is missing");
        assertThat(problems(STORE, Map.of("auth", Map.of("cert", Map.of("clientCert", Map.of("name", "s"))))))
                .hasSize(2)
                .anyMatch(p -> p.contains("clientCert.key"))
                .anyMatch(p -> p.contains("clientKey is missing"));
        assertThat(problems(STORE, Map.of("auth", Map.of("serviceAccount", Map.of()))))
                .singleElement()
                .asString()
                .contains("serviceAccount.name");
    }

    @Test
    @DisplayName("keeps a SecretStore in its namespace and makes a ClusterSecretStore name one where it must")
    void namespaces() {
        assertThat(problems(STORE, token(REF_ELSEWHERE)))
                .singleElement()
                .asString()
                .contains("another namespace");
        assertThat(problems(CLUSTER, token(REF))).singleElement().asString().contains("namespace is missing");
        assertThat(problems(STORE, Map.of("authRef", REF_ELSEWHERE))).hasSize(1);
    }

    @Test
    @DisplayName("needs an address that is one")
    void addresses() {
        for (String good : new String[] {"https://h", "h", "h:6443", "https://h:1/prefix", "http://127.0.0.1:8080/"}) {
            assertThat(problems(STORE, url(good))).as(good).isEmpty();
        }
        for (String bad : new String[] {"", " ", "ftp://h", "https://", "https://u:p@h", "h h", "https://h?q=1"}) {
            assertThat(problems(STORE, url(bad)))
                    .as(bad)
                    .singleElement()
                    .asString()
                    .contains("server.url");
        }
    }

    @Test
    @DisplayName("is reached over https unless http:// is written out")
    void httpsByDefault() {
        assertThat(ServerAddress.of(null)).hasToString("https://kubernetes.default");
        assertThat(ServerAddress.of("h:6443/")).hasToString("https://h:6443");
        assertThat(ServerAddress.of("http://h")).hasToString("http://h");
    }

    @Test
    @DisplayName("takes certificates from another namespace in a ClusterSecretStore only, and must name it there")
    void certificateAuthorities() {
        Map<String, Object> named = Map.of("type", "ConfigMap", "name", "ca", "key", "k", "namespace", "other");
        Map<String, Object> bare = Map.of("type", "Secret", "name", "ca", "key", "k");
        assertThat(problems(STORE, caProvider(bare))).isEmpty();
        assertThat(problems(STORE, caProvider(named)))
                .singleElement()
                .asString()
                .contains("must not be set");
        assertThat(problems(CLUSTER, caProvider(bare))).anyMatch(p -> p.contains("caProvider.namespace is missing"));
        assertThat(problems(STORE, caProvider(Map.of("type", "Pod")))).hasSize(3);
    }

    @Test
    @DisplayName("is a problem, not an exception, when it does not fit, and is not quoted")
    void misfits() {
        assertThat(problems(STORE, Map.of("auth", "canary")))
                .singleElement()
                .satisfies(p ->
                        assertThat(p).contains("spec.provider.kubernetes.auth").doesNotContain("canary"));
        assertThat(problems(STORE, Map.of("auth", KubeStore.tokenAuth(), "remoteNamespace", "Not_A_Name")))
                .singleElement()
                .asString()
                .contains("remoteNamespace");
    }

    @Test
    @DisplayName("leaves credentials to the consumer when a reference of a ClusterSecretStore has no namespace")
    void referent() {
        Map<String, Object> account = Map.of("auth", Map.of("serviceAccount", Map.of("name", "sa")));
        assertThat(provider.referent(TestStores.spec(CLUSTER, "kubernetes", account)))
                .isTrue();
        assertThat(provider.referent(TestStores.spec(STORE, "kubernetes", account)))
                .isFalse();
        assertThat(provider.referent(TestStores.spec(CLUSTER, "kubernetes", token(REF_ELSEWHERE))))
                .isFalse();
        assertThat(provider.referent(TestStores.spec(CLUSTER, "kubernetes", Map.of("authRef", REF))))
                .isTrue();
    }
}
