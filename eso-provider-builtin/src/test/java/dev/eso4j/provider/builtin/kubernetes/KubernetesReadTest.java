package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.MetadataPolicy;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretsClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reading from a kubernetes store")
class KubernetesReadTest {
    private final KubeStore store = new KubeStore();
    private final SecretsClient client = store.client();

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private RemoteObject read(String name) {
        return client.read(RemoteKey.of(name));
    }

    private RemoteObject metadata(String name) {
        return client.read(new RemoteKey(name, null, MetadataPolicy.FETCH));
    }

    @Test
    @DisplayName("serves value, properties and entries of a Secret with one request")
    void oneRequest() {
        store.server.put("a", KubeSecrets.of(Map.of("x", "1", "y.z", "2")));
        RemoteObject object = read("a");
        assertThat(object.value()).isEqualTo(SecretValue.of("{\"x\":\"1\",\"y.z\":\"2\"}"));
        assertThat(object.property("x")).isEqualTo(SecretValue.of("1"));
        assertThat(object.property("y.z")).isEqualTo(SecretValue.of("2"));
        assertThat(object.entries(null)).containsOnlyKeys("x", "y.z");
        assertThat(store.calls).containsExactly("GetSecret 200");
    }

    @Test
    @DisplayName("splits a property at its first dot into key and path, unless a key is named so")
    void splitsAtFirstDot() {
        store.server.put("a", KubeSecrets.of(Map.of("conf", "{\"a.b\":1,\"l\":[1.50]}", "conf.l", "literal")));
        assertThat(read("a").property("conf.l")).isEqualTo(SecretValue.of("literal"));
        assertThat(read("a").property("conf.l.0")).isEqualTo(SecretValue.of("1.5"));
        assertThat(read("a").property("conf.a\\.b")).isEqualTo(SecretValue.of("1"));
        assertThatThrownBy(() -> read("a").property("conf.")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> read("a").property(".conf")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @DisplayName("leaves binary values as they are, and refuses to put them into one JSON object")
    void binaryValues() {
        ObjectNode secret = KubeSecrets.of(Map.of("text", "t"));
        secret.withObjectProperty("data").put("bin", "/w==");
        store.server.put("a", secret);
        assertThat(read("a").property("bin")).isEqualTo(SecretValue.of(new byte[] {(byte) 0xff}));
        assertThat(read("a").entries(null)).hasSize(2);
        assertThatThrownBy(() -> read("a").value()).isInstanceOfSatisfying(InvalidRequestException.class, e -> {
            assertThat(e).hasMessageContaining("\"bin\"");
            assertThat(e.advice()).contains("name single keys");
        });
    }

    @Test
    @DisplayName("extracts the members of a JSON value as JSON, so that strings keep their quotes")
    void extractKeepsQuotes() {
        store.server.put(
                "a", KubeSecrets.of(Map.of("j.son", "{\"s\":\"v<\",\"n\":1.0,\"o\":{\"b\":1,\"a\":2},\"z\":null}")));
        assertThat(read("a").entries("j.son"))
                .containsEntry("s", SecretValue.of("\"v\\u003c\""))
                .containsEntry("n", SecretValue.of("1"))
                .containsEntry("o", SecretValue.of("{\"a\":2,\"b\":1}"))
                .containsEntry("z", SecretValue.of("null"));
    }

    @Test
    @DisplayName("reports a missing Secret as not found, but not what is no API server, and not a refusal")
    void notFoundIsNarrow() {
        assertThatThrownBy(() -> read("absent")).isInstanceOf(NotFoundException.class);
        store.server.fail("/secrets/elsewhere", 404);
        assertThatThrownBy(() -> read("elsewhere"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("not a Kubernetes API server");
    }

    @Test
    @DisplayName("does not let a key lead to another resource")
    void keysStayNames() {
        for (String key : new String[] {"../configmaps/a", "a/b", "A", "a?x", "", "a%2fb"}) {
            assertThatThrownBy(() -> read(key)).as(key).isInstanceOf(InvalidRequestException.class);
        }
        assertThat(store.server.requests()).isEmpty();
    }

    @Test
    @DisplayName("reads labels and annotations, those with dots in their names too, and paths into their values")
    void readsMetadata() {
        ObjectNode secret = KubeSecrets.labelled(
                KubeSecrets.of(Map.of()), "labels", Map.of("app.kubernetes.io/name", "shop", "tier", "1"));
        KubeSecrets.labelled(secret, "annotations", Map.of("ex.io/conf", "{\"a\":{\"b\":7}}"));
        store.server.put("a", secret);
        RemoteObject metadata = metadata("a");
        assertThat(metadata.property("labels.app.kubernetes.io/name")).isEqualTo(SecretValue.of("shop"));
        assertThat(metadata.property("annotations.ex.io/conf.a.b")).isEqualTo(SecretValue.of("7"));
        assertThat(metadata.property("labels"))
                .isEqualTo(SecretValue.of("{\"app.kubernetes.io/name\":\"shop\",\"tier\":\"1\"}"));
        assertThat(metadata.value().utf8())
                .startsWith("{\"annotations\":{\"ex.io/conf\":")
                .contains("\"labels\":{");
        assertThat(metadata.entries(null)).containsOnlyKeys("labels", "annotations");
        assertThat(metadata.entries("labels")).containsEntry("tier", SecretValue.of("\"1\""));
        assertThatThrownBy(() -> metadata.property("labels.absent")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @DisplayName("says null for labels and annotations that a Secret does not have")
    void absentMetadata() {
        store.server.put("a", KubeSecrets.of(Map.of()));
        assertThat(metadata("a").value()).isEqualTo(SecretValue.of("{\"annotations\":null,\"labels\":null}"));
    }

    @Test
    @DisplayName("finds by name over several pages")
    void findsOverPages() {
        for (int i = 0; i < 5; i++) {
            store.server.put("db-" + i, KubeSecrets.of(Map.of("k", "v" + i)));
        }
        assertThat(client.find(new FindRequest(null, "^db-[0-3]$", null)))
                .containsOnlyKeys("db-0", "db-1", "db-2", "db-3");
        assertThat(store.calls).hasSize(3).allMatch("ListSecrets 200"::equals);
    }

    @Test
    @DisplayName("finds by labels on the server, by labels and name together, and by no label everything")
    void findsByLabels() {
        store.server.put("one", KubeSecrets.labelled(KubeSecrets.of(Map.of()), "labels", Map.of("env", "prod")));
        store.server.put("two", KubeSecrets.labelled(KubeSecrets.of(Map.of()), "labels", Map.of("env", "prod")));
        store.server.put("none", KubeSecrets.of(Map.of()));
        assertThat(client.find(new FindRequest(null, null, Map.of("env", "prod"))))
                .containsOnlyKeys("one", "two");
        assertThat(client.find(new FindRequest(null, "tw", Map.of("env", "prod"))))
                .containsOnlyKeys("two");
        assertThat(client.find(new FindRequest(null, null, Map.of()))).hasSize(3);
        assertThat(store.server.requests()).anyMatch(r -> r.contains("labelSelector=env%3Dprod"));
        assertThatThrownBy(() -> client.find(new FindRequest(null, null, null)))
                .isInstanceOf(InvalidRequestException.class);
    }
}
