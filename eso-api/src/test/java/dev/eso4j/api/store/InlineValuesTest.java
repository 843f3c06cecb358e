package dev.eso4j.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.ModelJson;
import dev.eso4j.api.crd.Examples;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A credential that stands in a store itself, in place of a reference")
class InlineValuesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CANARY = "canary-7f3a";
    private static final JsonNode FULL = Examples.full("SecretStore").at("/spec/provider");

    static Stream<String> members() {
        return ProviderTypes.names().stream();
    }

    @ParameterizedTest
    @MethodSource("members")
    @DisplayName("is read, and never shown as text")
    void notShown(String member) {
        JsonNode tree = FULL.get(member).deepCopy();
        boolean planted = plant(tree);

        Object read = ModelJson.fromTree(
                member,
                JSON.convertValue(tree, Object.class),
                ProviderTypes.of(member).orElseThrow());

        assertThat(read.toString()).doesNotContain(CANARY);
        assertThat(ModelJson.toTree(read).toString().contains(CANARY)).isEqualTo(planted);
    }

    /** Puts a value everywhere where one may stand in place of a reference. */
    private static boolean plant(JsonNode node) {
        boolean planted = false;
        if (node instanceof ObjectNode object && object.has("value") && object.has("secretRef")) {
            object.put("value", CANARY);
            planted = true;
        }
        for (JsonNode child : node) {
            planted |= plant(child);
        }
        return planted;
    }
}
