package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.crd.Examples;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.ProviderTypes;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.api.store.SecretStoreStatus;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The model as JSON")
class ModelJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> parts() {
        ObjectNode externalSecret = Examples.full("ExternalSecret");
        ObjectNode store = Examples.full("ClusterSecretStore");
        Stream<Arguments> providers = ProviderTypes.names().stream()
                .map(name -> Arguments.of(ProviderTypes.of(name).orElseThrow(), store.at("/spec/provider/" + name)));
        return Stream.concat(
                providers,
                Stream.of(
                        Arguments.of(ExternalSecretSpec.class, externalSecret.get("spec")),
                        Arguments.of(ExternalSecretStatus.class, externalSecret.get("status")),
                        Arguments.of(SecretStoreSpec.class, store.get("spec")),
                        Arguments.of(SecretStoreStatus.class, store.get("status"))));
    }

    @ParameterizedTest
    @MethodSource("parts")
    @DisplayName("keeps every field from reading to writing, and equal trees are equal records")
    void roundTrip(Class<?> type, JsonNode tree) {
        Object read = ModelJson.fromTree("it", tree(tree), type);

        assertThat(JSON.<JsonNode>valueToTree(ModelJson.toTree(read))).isEqualTo(tree);
        assertThat(read).isEqualTo(ModelJson.fromTree("it", tree(tree), type));
        assertThat(read).hasSameHashCodeAs(ModelJson.fromTree("it", tree(tree), type));
    }

    @ParameterizedTest
    @MethodSource("parts")
    @DisplayName("ignores fields that it does not know, at every level")
    void unknownFields(Class<?> type, JsonNode tree) {
        JsonNode newer = tree.deepCopy();
        if (type != SecretStoreSpec.class) {
            addUnknown(newer);
        } else {
            ((ObjectNode) newer).put("addedLater", "x");
        }
        assertThat(JSON.<JsonNode>valueToTree(ModelJson.toTree(ModelJson.fromTree("it", tree(newer), type))))
                .isEqualTo(tree);
    }

    @Test
    @DisplayName("leaves out what was not given: no default appears by itself")
    void absent() {
        Map<String, Object> spec = Map.of("dataFrom", List.of(Map.of("extract", Map.of("key", "k"))));

        ExternalSecretSpec read = ModelJson.fromTree("spec", spec, ExternalSecretSpec.class);

        assertThat(ModelJson.toTree(read)).isEqualTo(spec);
        assertThat(read.data()).isEmpty();
        assertThat(read.target()).isNull();
    }

    @Test
    @DisplayName("tells an empty search by tags, and an empty search, from an absent one")
    void emptySearch() {
        Map<String, Object> spec =
                Map.of("dataFrom", List.of(Map.of("find", Map.of("tags", Map.of())), Map.of("find", Map.of())));

        assertThat(ModelJson.toTree(ModelJson.fromTree("spec", spec, ExternalSecretSpec.class)))
                .isEqualTo(spec);
    }

    @Test
    @DisplayName("keeps an empty text, and an empty object, where they mean something")
    void empty() {
        Map<String, Object> provider = Map.of(
                "crd",
                Map.of(
                        "resource", Map.of("group", "", "version", "v1", "kind", "ConfigMap"),
                        "authRef", Map.of("name", "kubeconfig")),
                "aws",
                Map.of(
                        "region", "eu-central-1",
                        "service", "SecretsManager",
                        "sessionTags", List.of(Map.of("key", "team", "value", ""))),
                "yandexlockbox",
                Map.of("auth", Map.of(), "fetching", Map.of("byID", Map.of())));

        provider.forEach((name, tree) -> assertThat(ModelJson.toTree(
                        ModelJson.fromTree(name, tree, ProviderTypes.of(name).orElseThrow())))
                .isEqualTo(tree));
    }

    @Test
    @DisplayName("reads and writes whole objects the way the Kubernetes client does")
    void wholeObjects() throws IOException {
        KubernetesSerialization kubernetes = new KubernetesSerialization();
        Map<String, Class<? extends CustomResource<?, ?>>> kinds = Map.of(
                "ExternalSecret", ExternalSecret.class,
                "SecretStore", SecretStore.class,
                "ClusterSecretStore", ClusterSecretStore.class);
        for (Map.Entry<String, Class<? extends CustomResource<?, ?>>> kind : kinds.entrySet()) {
            ObjectNode full = Examples.full(kind.getKey());

            CustomResource<?, ?> read = kubernetes.unmarshal(full.toString(), kind.getValue());

            assertThat(JSON.readTree(kubernetes.asJson(read))).isEqualTo(full);
        }
    }

    @Test
    @DisplayName("names the field that does not fit, and never its value")
    void typedErrors() {
        Map<String, Object> spec = Map.of(
                "data",
                List.of(Map.of("secretKey", "a", "remoteRef", List.of("canary-7f3a"))),
                "refreshInterval",
                "1h");

        assertThatThrownBy(() -> ModelJson.fromTree("spec", spec, ExternalSecretSpec.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spec.data[0].remoteRef")
                .hasMessageNotContaining("canary-7f3a")
                .hasNoCause();
    }

    private static Object tree(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }

    private static void addUnknown(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.forEach(ModelJsonTest::addUnknown);
            if (!object.has("a-key")) {
                object.put("addedLater", "x");
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(ModelJsonTest::addUnknown);
        }
    }
}
