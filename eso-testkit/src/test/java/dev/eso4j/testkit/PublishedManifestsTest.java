package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.Kinds;
import dev.eso4j.api.ModelJson;
import dev.eso4j.api.Union;
import dev.eso4j.api.generator.ClusterGenerator;
import dev.eso4j.api.generator.GeneratorTypes;
import dev.eso4j.api.store.ProviderTypes;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.testkit.PublishedManifests.Published;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Manifests that others have published, read into the model and written back")
class PublishedManifestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

    @Test
    @DisplayName("lose nothing, as given and as stored")
    void kept() throws IOException {
        List<Published> all = PublishedManifests.read();
        Map<String, String> lost = new TreeMap<>();
        for (Published published : all) {
            roundTrip(published.title() + ", as given", published.manifest(), lost);
            ObjectNode stored = published.manifest().deepCopy();
            stored.set("spec", published.storedSpec());
            roundTrip(published.title() + ", as stored", stored, lost);
        }
        System.out.println(all.size() + " published manifests were read and written back");

        assertThat(all).isNotEmpty();
        assertThat(lost).isEmpty();
    }

    private static void roundTrip(String title, ObjectNode manifest, Map<String, String> lost) throws IOException {
        Class<? extends CustomResource<?, ?>> kind =
                Kinds.named(manifest.get("kind").asText()).orElseThrow();
        CustomResource<?, ?> read = KUBERNETES.unmarshal(manifest.toString(), kind);
        compare(
                title,
                manifest.get("spec"),
                JSON.readTree(KUBERNETES.asJson(read)).get("spec"),
                lost);
        if (read.getSpec() instanceof SecretStoreSpec store) {
            for (String name : store.provider().names()) {
                member(title, store.provider(), name, ProviderTypes.of(name), lost);
            }
        } else if (read instanceof ClusterGenerator generator) {
            String member = GeneratorTypes.member(generator.getSpec().kind()).orElseThrow();
            member(
                    title,
                    generator.getSpec().generator(),
                    member,
                    GeneratorTypes.of(generator.getSpec().kind()),
                    lost);
        }
    }

    private static void member(
            String title, Union union, String name, Optional<Class<? extends Record>> type, Map<String, String> lost) {
        if (type.isEmpty()) {
            lost.put(title + ", " + name, "the model has no record for it");
        } else {
            JsonNode written = JSON.valueToTree(ModelJson.toTree(union.as(name, type.get())));
            compare(title + ", " + name, JSON.valueToTree(union.members().get(name)), written, lost);
        }
    }

    private static void compare(String title, JsonNode expected, JsonNode actual, Map<String, String> lost) {
        if (!given(expected).equals(given(actual))) {
            lost.put(title, actual + " instead of " + expected);
        }
    }

    /** Without members that are null, or lists and objects without content: the same as absent ones. */
    private static JsonNode given(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode given = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                JsonNode value = given(member.getValue());
                if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                    given.set(member.getKey(), value);
                }
            }
            return given;
        } else if (node instanceof ArrayNode array) {
            ArrayNode given = JSON.createArrayNode();
            array.forEach(item -> given.add(given(item)));
            return given;
        }
        return node;
    }
}
