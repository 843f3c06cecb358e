package dev.eso4j.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** One template with data, and what the existing operator, or Go's own engine, makes of it. */
record Vector(String id, String group, JsonNode json) {
    /** Those that were recorded, and those that were added when a comparison with Go's engine had found a difference. */
    static List<Vector> all() {
        List<Vector> all = new ArrayList<>(read("/template-vectors.jsonl"));
        all.addAll(read("/found-vectors.jsonl"));
        return all;
    }

    /** All of them for several threads: those that make keys stand together, and would keep one busy for long. */
    static List<Vector> mixed() {
        List<Vector> all = all();
        Collections.shuffle(all, new Random(1));
        return all;
    }

    private static List<Vector> read(String resource) {
        ObjectMapper mapper = new ObjectMapper();
        InputStream in = Objects.requireNonNull(Vector.class.getResourceAsStream(resource));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> of(mapper, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector of(ObjectMapper mapper, String line) {
        try {
            JsonNode json = mapper.readTree(line);
            return new Vector(json.path("id").asText(), json.path("group").asText(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] template() {
        return bytes(json, "template", "template_b64");
    }

    String name() {
        return json.path("key").asText("k");
    }

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        json.path("data").fields().forEachRemaining(entry -> data.put(entry.getKey(), value(entry.getValue())));
        return data;
    }

    private static Object value(JsonNode node) {
        if (node.has("b64")) {
            return Base64.getDecoder().decode(node.path("b64").asText());
        } else if (node.has("repeat")) {
            return node.path("repeat").asText().repeat(node.path("times").asInt());
        }
        return node.asText();
    }

    private static byte[] bytes(JsonNode json, String text, String base64) {
        return json.has(base64)
                ? Base64.getDecoder().decode(json.path(base64).asText())
                : json.path(text).asText().getBytes(StandardCharsets.UTF_8);
    }

    boolean fails() {
        return json.has("error");
    }

    /** What is recorded is a weakness that the reference says how to better; other results are right as well. */
    boolean beyond() {
        return json.has("beyond");
    }

    boolean matches(byte[] output) {
        if (json.has("shape")) {
            String text = new String(output, StandardCharsets.UTF_8);
            return java.util.regex.Pattern.compile(
                            json.path("shape").asText().replace("(?P<", "(?<"), java.util.regex.Pattern.DOTALL)
                    .matcher(text)
                    .matches();
        }
        return !fails() && java.util.Arrays.equals(bytes(json, "output", "output_b64"), output);
    }

    /** The expectation for messages. */
    String expected() {
        return fails()
                ? "error " + json.path("error").asText()
                : json.has("shape")
                        ? "shape " + json.path("shape").asText()
                        : json.path("output").asText();
    }
}
