package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("Objects that a running External Secrets Operator left")
class TakeoverManifestsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void install(ControlPlane cluster) {
        cluster.installCrds();
    }

    @Test
    @DisplayName("are stored as they were, spec and status, under strict validation")
    void accepted(ControlPlane cluster) throws IOException {
        String namespace = cluster.newNamespace();
        List<ObjectNode> objects = ours(namespace);
        assertThat(objects).hasSizeGreaterThan(20);

        KubectlResult created = cluster.pipe(list(objects), "create", "--validate=strict", "-o", "json", "-f", "-");
        assertThat(created.err()).isEmpty();
        KubectlResult withStatus = cluster.pipe(
                list(objects), "replace", "--subresource=status", "--validate=strict", "-o", "json", "-f", "-");
        assertThat(withStatus.err()).isEmpty();

        // kubectl prints one JSON document after the other.
        List<JsonNode> stored = JSON.readerFor(JsonNode.class)
                .<JsonNode>readValues(withStatus.out())
                .readAll();
        assertThat(stored).hasSameSizeAs(objects);
        for (int i = 0; i < objects.size(); i++) {
            JsonNode expected = objects.get(i);
            assertThat(stored.get(i).get("spec")).isEqualTo(expected.get("spec"));
            assertThat(stored.get(i).get("status")).isEqualTo(expected.get("status"));
        }
    }

    private static List<ObjectNode> ours(String namespace) {
        List<ObjectNode> objects = new ArrayList<>();
        for (ObjectNode object : TakeoverObjects.read()) {
            if (object.get("apiVersion").asText().startsWith("external-secrets.io/")) {
                ObjectNode metadata = (ObjectNode) object.get("metadata");
                metadata.retain("name", "namespace", "labels", "annotations");
                if (metadata.has("namespace")) {
                    metadata.put("namespace", namespace);
                } else {
                    metadata.put("name", namespace + "-" + metadata.get("name").asText());
                }
                objects.add(object);
            }
        }
        return objects;
    }

    private static String list(List<ObjectNode> objects) {
        ObjectNode list = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
        ArrayNode items = list.putArray("items");
        objects.forEach(items::add);
        return list.toString();
    }
}
