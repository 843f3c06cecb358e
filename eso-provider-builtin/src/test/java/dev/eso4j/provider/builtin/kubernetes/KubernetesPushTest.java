package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.PushSource;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pushing to a kubernetes store")
class KubernetesPushTest {
    private static final PushSource SOURCE = new PushSource(
            "kubernetes.io/basic-auth",
            Map.of("team", "a", "reconcile.external-secrets.io/managed", "true"),
            Map.of(
                    "note", "n",
                    "kubectl.kubernetes.io/last-applied-configuration", "{\"data\":\"canary\"}",
                    "reconcile.external-secrets.io/data-hash", "h"));

    private final KubeStore store = new KubeStore();
    private final SecretsClient client = store.client();

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private void push(@Nullable String property, @Nullable String key, Map<String, Object> spec, PushSource source) {
        Map<String, SecretValue> data = Map.of("u", SecretValue.of("user"), "p", SecretValue.of("pass"));
        Map<String, Object> metadata = spec.isEmpty()
                ? Map.of()
                : Map.of(
                        "apiVersion",
                        "kubernetes.external-secrets.io/v1alpha1",
                        "kind",
                        "PushSecretMetadata",
                        "spec",
                        spec);
        client.push(new PushRequest("t", property, data, key, metadata, source));
    }

    private JsonNode target() {
        return store.server.get("default", "t");
    }

    private JsonNode labels() {
        return target().path("metadata").path("labels");
    }

    @Test
    @DisplayName("creates a Secret with type, labels and annotations of the source, without its bookkeeping")
    void createsWithoutBookkeeping() {
        push(null, null, Map.of(), SOURCE);
        assertThat(target().path("type").asText()).isEqualTo("kubernetes.io/basic-auth");
        assertThat(KubeSecrets.decoded(target(), "p")).isEqualTo("pass");
        assertThat(labels().toString()).isEqualTo("{\"team\":\"a\"}");
        assertThat(target().path("metadata").path("annotations").toString()).isEqualTo("{\"note\":\"n\"}");
    }

    @Test
    @DisplayName("writes nothing when nothing differs")
    void writesNothingTwice() {
        push(null, null, Map.of(), SOURCE);
        store.calls.clear();
        push(null, null, Map.of(), SOURCE);
        assertThat(store.calls).containsExactly("GetSecret 200");
    }

    @Test
    @DisplayName("replaces all keys by a whole push and one key by a property")
    void wholeAndProperty() {
        store.server.put("t", KubeSecrets.of(Map.of("old", "o", "u", "other")));
        push("u", "u", Map.of(), PushSource.NONE);
        assertThat(KubeSecrets.decoded(target(), "u")).isEqualTo("user");
        assertThat(KubeSecrets.decoded(target(), "old")).isEqualTo("o");
        push("all", null, Map.of(), PushSource.NONE);
        assertThat(KubeSecrets.decoded(target(), "all")).isEqualTo("{\"p\":\"pass\",\"u\":\"user\"}");
        push(null, null, Map.of(), PushSource.NONE);
        assertThat(target().path("data").size()).isEqualTo(2);
    }

    @Test
    @DisplayName("combines labels by the policies that the metadata state")
    void mergePolicies() {
        ObjectNode old = KubeSecrets.labelled(KubeSecrets.of(Map.of()), "labels", Map.of("kept", "k", "team", "z"));
        PushSource source = new PushSource("", Map.of("team", "a"), Map.of());
        store.server.put("t", old);
        push(null, null, Map.of("labels", Map.of("x", "1")), source);
        assertThat(labels().toString()).isEqualTo("{\"kept\":\"k\",\"team\":\"a\",\"x\":\"1\"}");
        store.server.put("t", old);
        push(null, null, Map.of("labels", Map.of("x", "1"), "sourceMergePolicy", "Replace"), source);
        assertThat(labels().toString()).isEqualTo("{\"kept\":\"k\",\"team\":\"z\",\"x\":\"1\"}");
        store.server.put("t", old);
        push(null, null, Map.of("labels", Map.of("x", "1"), "TargetMergePolicy", "Replace"), source);
        assertThat(labels().toString()).isEqualTo("{\"team\":\"a\",\"x\":\"1\"}");
        store.server.put("t", old);
        push(null, null, Map.of("labels", Map.of("x", "1"), "targetMergePolicy", "Ignore"), source);
        assertThat(labels().toString()).isEqualTo("{\"kept\":\"k\",\"team\":\"z\"}");
    }

    @Test
    @DisplayName("refuses unknown policies and options, a single value without property, and a change of type")
    void refusals() {
        assertRefused(null, null, Map.of("sourceMergePolicy", "Other"), "sourceMergePolicy");
        assertRefused(null, null, Map.of("targetMergePolicy", "Other"), "targetMergePolicy");
        assertRefused(null, null, Map.of("lables", Map.of()), "metadata.spec.lables");
        assertRefused(null, null, Map.of("remoteNamespace", "other"), "ClusterSecretStores only");
        assertRefused(null, "u", Map.of(), "needs the key");
        store.server.put("t", KubeSecrets.of(Map.of()));
        assertThatThrownBy(() -> push(null, null, Map.of(), SOURCE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("types cannot be changed");
    }

    private void assertRefused(
            @Nullable String property, @Nullable String key, Map<String, Object> spec, String message) {
        assertThatThrownBy(() -> push(property, key, spec, PushSource.NONE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(message);
    }

    @Test
    @DisplayName("writes to the namespace that the metadata name, from a ClusterSecretStore")
    void otherNamespace() {
        Map<String, Object> bearer = Map.of("name", "creds", "key", "token", "namespace", "ops");
        try (SecretsClient cluster = store.provider.connect(TestStores.context(
                TestStores.clusterIdentity("k8s", "shop"),
                "kubernetes",
                Map.of(
                        "server", Map.of("url", store.server.url()),
                        "auth", Map.of("token", Map.of("bearerToken", bearer))),
                StaticCredentials.ofClusterStore("shop").withSecret("ops", "creds", "token", "t0")))) {
            cluster.push(new PushRequest(
                    "t",
                    null,
                    Map.of("k", SecretValue.of("v")),
                    null,
                    Map.of(
                            "apiVersion",
                            "kubernetes.external-secrets.io/v1alpha1",
                            "kind",
                            "PushSecretMetadata",
                            "spec",
                            Map.of("remoteNamespace", "there"))));
        }
        assertThat(KubeSecrets.decoded(store.server.get("there", "t"), "k")).isEqualTo("v");
    }

    @Test
    @DisplayName("deletes a key, and the Secret with its last key")
    void deletesKeys() {
        store.server.put("t", KubeSecrets.of(Map.of("a", "1", "b", "2")));
        client.delete(RemoteKey.of("t"), "absent");
        client.delete(RemoteKey.of("t"), "a");
        assertThat(target().path("data").size()).isEqualTo(1);
        client.delete(RemoteKey.of("t"), "b");
        assertThat(target().isNull()).isTrue();
        client.delete(RemoteKey.of("t"), "b");
        assertThat(store.calls).endsWith("DeleteSecret 200", "GetSecret 404");
    }
}
