package dev.eso4j.core.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded results of templates that fill a target; {@code template-vectors.jsonl} has those that only render. */
@DisplayName("The output of a template fills a target as it was recorded:")
class TargetVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TargetTemplates templates = TargetTemplates.standard();

    static Stream<Arguments> vectors() throws IOException {
        try (InputStream in =
                        Objects.requireNonNull(TargetVectorsTest.class.getResourceAsStream("/target-vectors.jsonl"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            Stream.Builder<Arguments> all = Stream.builder();
            int count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode vector = JSON.readTree(line);
                all.add(Arguments.of(vector.path("id").asText(), vector));
                count++;
            }
            assertThat(count).isEqualTo(153);
            return all.build();
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("all of them")
    @MethodSource("vectors")
    void recorded(String id, JsonNode vector) {
        if (vector.has("error")) {
            assertThatThrownBy(() -> apply(vector)).isInstanceOf(RenderException.class);
        } else {
            assertThat(apply(vector)).isEqualTo(normal(vector.path("result")));
        }
    }

    private JsonNode apply(JsonNode vector) {
        TemplateItem item = item(vector);
        byte[] rendered = templates.render(item, data(vector));
        if (vector.has("object")) {
            Map<String, Object> object = JSON.convertValue(vector.path("object"), new TypeReference<>() {});
            new ManifestOutput(object).take(item, rendered);
            return normal(JSON.valueToTree(object));
        }
        SecretOutput secret = new SecretOutput();
        secret.take(item, rendered);
        Map<String, Object> data = new LinkedHashMap<>();
        secret.data.forEach((key, value) -> data.put(key, bytes(value)));
        return normal(
                JSON.valueToTree(Map.of("data", data, "labels", secret.labels, "annotations", secret.annotations)));
    }

    private static TemplateItem item(JsonNode vector) {
        JsonNode decoding = vector.path("decodingStrategy");
        return new TemplateItem(
                "field",
                vector.path("key").asText("k"),
                vector.path("template").asText().getBytes(UTF_8),
                TemplateItems.whole("field", vector.path("templateAs").asText()),
                vector.path("target").asText(),
                decoding.isMissingNode() ? null : decoding.asText());
    }

    private static Map<String, byte[]> data(JsonNode vector) {
        Map<String, byte[]> data = new LinkedHashMap<>();
        vector.path("data").fields().forEachRemaining(e -> {
            JsonNode value = e.getValue();
            data.put(
                    e.getKey(),
                    value.isTextual()
                            ? value.asText().getBytes(UTF_8)
                            : Base64.getDecoder().decode(value.path("b64").asText()));
        });
        return data;
    }

    /** Bytes that are no text are recorded as Base64. */
    private static Object bytes(byte[] value) {
        String text = new String(value, UTF_8);
        return java.util.Arrays.equals(text.getBytes(UTF_8), value)
                ? text
                : Map.of("b64", Base64.getEncoder().encodeToString(value));
    }

    /** An empty mapping of data, labels or annotations says the same as none; whole numbers are numbers of one kind. */
    private static JsonNode normal(JsonNode result) {
        Map<String, @Nullable Object> object = JSON.convertValue(result, new TypeReference<>() {});
        strip(object);
        if (object.get("metadata") instanceof Map<?, ?> metadata) {
            strip(metadata);
        }
        return parsed(object);
    }

    private static JsonNode parsed(Map<String, @Nullable Object> object) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(object));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void strip(Map<?, ?> object) {
        for (String name : new String[] {"data", "labels", "annotations"}) {
            if (object.get(name) instanceof Map<?, ?> members && members.isEmpty()) {
                object.remove(name);
            }
        }
    }
}
