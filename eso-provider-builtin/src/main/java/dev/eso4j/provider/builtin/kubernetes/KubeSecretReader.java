package dev.eso4j.provider.builtin.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.MalformedException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Takes the JSON of Secrets apart. */
final class KubeSecretReader {
    private KubeSecretReader() {}

    static String name(JsonNode secret) {
        return secret.path("metadata").path("name").asText();
    }

    /** Returns the decoded data, sorted by key. */
    static Map<String, SecretValue> data(JsonNode secret) {
        Map<String, SecretValue> data = new TreeMap<>();
        secret.path("data").fields().forEachRemaining(entry -> {
            try {
                data.put(
                        entry.getKey(),
                        SecretValue.of(
                                Base64.getDecoder().decode(entry.getValue().asText())));
            } catch (IllegalArgumentException e) {
                // Not chained: the decoder's message quotes a character of the value.
                throw new MalformedException(
                        "key \"" + entry.getKey() + "\" of Secret " + name(secret) + " is not base64",
                        "check what answers at server.url");
            }
        });
        return Collections.unmodifiableMap(data);
    }

    /** Returns the labels or the annotations. */
    static Map<String, String> texts(JsonNode secret, String member) {
        Map<String, String> texts = new TreeMap<>();
        secret.path("metadata")
                .path(member)
                .fields()
                .forEachRemaining(
                        entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return Collections.unmodifiableMap(texts);
    }
}
