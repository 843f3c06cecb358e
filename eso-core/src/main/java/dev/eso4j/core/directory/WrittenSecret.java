package dev.eso4j.core.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Secret that an earlier process wrote.
 *
 * @param owners the uids of its owners
 * @param manifest the Secret as JSON; {@code null} when its files are not what was written
 */
record WrittenSecret(
        String namespace,
        String name,
        List<String> owners,
        @Nullable String manifest) {
    static WrittenSecret of(ObjectNode record, @Nullable Map<String, byte[]> data) {
        JsonNode metadata = record.path("metadata");
        List<String> owners = metadata.path("ownerReferences").findValuesAsText("uid");
        String manifest = null;
        if (data != null) {
            ObjectNode secret = record.deepCopy();
            secret.remove(List.of("format", "keys"));
            ObjectNode values = secret.putObject("data");
            data.forEach(values::put);
            try {
                manifest = StateFiles.mapper().writeValueAsString(secret);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree cannot be written as JSON", e);
            }
        }
        return new WrittenSecret(
                metadata.path("namespace").asText(), metadata.path("name").asText(), owners, manifest);
    }

    @Override
    public String toString() {
        return "Secret " + namespace + "/" + name;
    }
}
