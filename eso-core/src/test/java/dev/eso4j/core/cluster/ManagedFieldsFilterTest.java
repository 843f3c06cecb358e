package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of an answer, managedFields are left out before it is parsed")
class ManagedFieldsFilterTest {
    /** Hands out a few bytes at a time, as a network does. */
    private static final class Pieces extends ByteArrayInputStream {
        private final Random random;

        Pieces(byte[] bytes, long seed) {
            super(bytes);
            random = new Random(seed);
        }

        @Override
        public synchronized int read(byte[] out, int offset, int size) {
            return super.read(out, offset, Math.min(size, 1 + random.nextInt(7)));
        }
    }

    private static String filtered(String json) {
        return filtered(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), 4096);
    }

    private static String filtered(InputStream source, int buffer) {
        try (InputStream in = new ManagedFieldsFilter(source)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[buffer];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                assertThat(n).isPositive();
                out.write(chunk, 0, n);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an object's | {\"metadata\":{\"name\":\"a\",\"managedFields\":[{\"f:x\":{\"k:{\\\"u\\\"}]\":[]}}],\"uid\":\"u\"},\"data\":{}} | {\"metadata\":{\"name\":\"a\",\"managedFields\":[],\"uid\":\"u\"},\"data\":{}}",
                "an item's in a list | {\"metadata\":{},\"items\":[{\"metadata\":{\"managedFields\": [1]}},{\"metadata\":{\"managedFields\":[2]}}]} | {\"metadata\":{},\"items\":[{\"metadata\":{\"managedFields\": []}},{\"metadata\":{\"managedFields\":[]}}]}",
                "an event's in a watch | {\"type\":\"ADDED\",\"object\":{\"metadata\" : {\"managedFields\" :[{}] } }} | {\"type\":\"ADDED\",\"object\":{\"metadata\" : {\"managedFields\" :[] } }}",
            })
    void leftOut(String what, String json, String expected) {
        assertThat(filtered(json)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a key of the data | {\"metadata\":{},\"data\":{\"managedFields\":[1]}}",
                "a value of that name | {\"metadata\":{\"name\":\"managedFields\",\"x\":[1]}}",
                "a longer name | {\"metadata\":{\"managedFieldsX\":[1],\"XmanagedFields\":[1],\"managedField\":[1]}}",
                "an escaped name | {\"metadata\":{\"managed\\u0046ields\":[1]}}",
                "no list | {\"metadata\":{\"managedFields\":\"[1]\"}}",
                "below metadata | {\"metadata\":{\"a\":{\"managedFields\":[1]}}}",
                "in a list of that name | {\"metadata\":[{\"managedFields\":[1]}]}",
            })
    void kept(String what, String json) {
        assertThat(filtered(json)).isEqualTo(json);
    }

    @Test
    @DisplayName("and whatever else there is, in whatever pieces it comes, stays as it was")
    void everythingElse() {
        Fuzz.of(
                        "managedFields",
                        chaos -> chaos.json(6)
                                .replaceAll(
                                        "\"[a-c]\"(?=\\s*:)", chaos.pick("\"metadata\"", "\"managedFields\"", "\"a\"")))
                .count(20_000)
                .first("[".repeat(100_000), "{\"metadata\":".repeat(50_000), "\"" + "\\".repeat(100_001))
                .run(json -> {
                    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                    String whole = filtered(new ByteArrayInputStream(bytes), 8192);
                    assertThat(filtered(new Pieces(bytes, json.length()), 5)).isEqualTo(whole);
                    JsonNode tree =
                            parsed(new String(bytes, StandardCharsets.UTF_8)); // Half a character is lost in UTF-8.
                    if (tree != null) {
                        strip(tree, false);
                        assertThat(parsed(whole)).isEqualTo(tree);
                    }
                    return List.of();
                });
    }

    private static @org.jspecify.annotations.Nullable JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            return null; // Fuzzing also makes what is no JSON, of which only the bytes count.
        }
    }

    private static void strip(JsonNode node, boolean metadata) {
        if (metadata && node.path("managedFields") instanceof ArrayNode list) {
            list.removeAll();
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(e -> strip(e.getValue(), e.getKey().equals("metadata")));
        } else {
            node.forEach(child -> strip(child, false));
        }
    }
}
