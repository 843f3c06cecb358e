package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.api.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("JSON paths agree with recorded results")
class JsonPathVectorsTest {
    @Test
    @DisplayName("byte for byte, source and text, for every recorded document and path")
    void vectors() throws IOException {
        List<String> lines;
        try (InputStream in = JsonPathVectorsTest.class.getResourceAsStream("/json-path-vectors.jsonl")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(lines).hasSizeGreaterThan(400);
        for (String line : lines) {
            JsonNode vector = new ObjectMapper().readTree(line);
            String path = vector.path("path").asText();
            JsonValue value = JsonPath.of(path)
                    .find(SecretValue.of(vector.path("json").asText()))
                    .orElseThrow(() -> new AssertionError("nothing found: " + line));
            assertThat(value.source().utf8())
                    .as(line)
                    .isEqualTo(vector.path("raw").asText());
            assertThat(value.text().utf8())
                    .as(line)
                    .isEqualTo(vector.path("text").asText());
        }
    }
}
