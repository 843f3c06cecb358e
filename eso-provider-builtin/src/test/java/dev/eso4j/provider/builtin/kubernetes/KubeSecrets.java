package dev.eso4j.provider.builtin.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Builds the JSON of Secrets for tests. */
final class KubeSecrets {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private KubeSecrets() {}

    static ObjectNode of(Map<String, String> data) {
        ObjectNode secret = MAPPER.createObjectNode();
        secret.put("type", "Opaque");
        ObjectNode node = secret.putObject("data");
        data.forEach((key, value) ->
                node.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return secret;
    }

    /** Returns a Secret whose data are the members of a JSON object: texts of strings, the JSON of others. */
    static ObjectNode ofMembers(String json) {
        try {
            Map<String, String> data = new TreeMap<>();
            MAPPER.readTree(json)
                    .fields()
                    .forEachRemaining(e -> data.put(
                            e.getKey(),
                            e.getValue().isTextual()
                                    ? e.getValue().asText()
                                    : e.getValue().toString()));
            return of(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    static ObjectNode labelled(ObjectNode secret, String kind, Map<String, String> texts) {
        texts.forEach(secret.withObjectProperty("metadata").putObject(kind)::put);
        return secret;
    }

    static String decoded(JsonNode secret, String key) {
        return new String(
                Base64.getDecoder().decode(secret.path("data").path(key).asText()), StandardCharsets.UTF_8);
    }
}
