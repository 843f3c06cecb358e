package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.crd.Examples;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.generator.ClusterGeneratorSpec;
import dev.eso4j.api.store.ProviderTypes;
import dev.eso4j.api.store.SecretStoreSpec;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.ArrayList;
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
        List<Arguments> parts = new ArrayList<>();
        for (Class<? extends CustomResource<?, ?>> kind : Kinds.all()) {
            ObjectNode full = Examples.full(HasMetadata.getKind(kind));
            Examples.parts(kind).forEach((name, type) -> parts.add(Arguments.of(type, full.get(name))));
        }
        JsonNode providers = Examples.full("SecretStore").at("/spec/provider");
        for (String name : ProviderTypes.names()) {
            parts.add(Arguments.of(ProviderTypes.of(name).orElseThrow(), providers.get(name)));
        }
        return parts.stream();
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
        if (type == SecretStoreSpec.class || type == ClusterGeneratorSpec.class) {
            // What stands in a union is kept as it is until somebody asks for it.
            ((ObjectNode) newer).put("addedLater", "x");
        } else {
            addUnknown(newer);
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
    @DisplayName("keeps an empty text, which is a value, as in a rewrite that removes a prefix")
    void emptyText() {
        Map<String, Object> spec = Map.of(
                "dataFrom",
                List.of(Map.of(
                        "extract",
                        Map.of("key", "k"),
                        "rewrite",
                        List.of(Map.of("regexp", Map.of("source", "^db-", "target", ""))))));

        assertThat(ModelJson.toTree(ModelJson.fromTree("spec", spec, ExternalSecretSpec.class)))
                .isEqualTo(spec);
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
        for (Class<? extends CustomResource<?, ?>> kind : Kinds.all()) {
            ObjectNode full = Examples.full(HasMetadata.getKind(kind));

            CustomResource<?, ?> read = kubernetes.unmarshal(full.toString(), kind);

            assertThat(JSON.readTree(kubernetes.asJson(read))).isEqualTo(full);
        }
    }

    @Test
    @DisplayName("reads a manifest without a spec as one that asks for nothing")
    void withoutSpec() {
        KubernetesSerialization kubernetes = new KubernetesSerialization();
        for (Class<? extends CustomResource<?, ?>> kind : Kinds.all()) {
            ObjectNode bare = Examples.full(HasMetadata.getKind(kind));
            bare.remove("spec");

            assertThat(kubernetes.unmarshal(bare.toString(), kind).getSpec())
                    .as(kind.getName())
                    .isNotNull();
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
