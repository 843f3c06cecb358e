package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The members of a JSON object")
class JsonObjectMembersTest {
    private static final SecretValue DOC = SecretValue.of(
            " {\"s\":\"a\\nb<\",\"n\":1.0,\"big\":12345678901234567890.5,\"exp\":1e3,\"b\":true,\"z\":null,"
                    + "\"o\":{ \"y\":1.50,\"x\":\"<\" },\"l\":[1, 2],\"d\":1,\"d\":2} ");

    private static Map<String, String> texts(Optional<Map<String, SecretValue>> members) {
        Map<String, String> texts = new LinkedHashMap<>();
        members.orElseThrow().forEach((name, value) -> texts.put(name, value.utf8()));
        return texts;
    }

    @Test
    @DisplayName("of the raw family are source text, in document order, the last of a name counts")
    void rawFamily() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("s", "a\nb<");
        expected.put("n", "1.0");
        expected.put("big", "12345678901234567890.5");
        expected.put("exp", "1e3");
        expected.put("b", "true");
        expected.put("z", "");
        expected.put("o", "{ \"y\":1.50,\"x\":\"<\" }");
        expected.put("l", "[1, 2]");
        expected.put("d", "2");
        assertThat(texts(JsonObjectMembers.raw(DOC))).containsExactlyEntriesOf(expected);
    }

    @Test
    @DisplayName("of the value family are plain decimals with all digits and compact, sorted, escaped JSON")
    void valueFamily() {
        assertThat(texts(JsonObjectMembers.values(DOC)))
                .containsEntry("s", "a\nb<")
                .containsEntry("n", "1")
                .containsEntry("big", "12345678901234567890.5")
                .containsEntry("exp", "1000")
                .containsEntry("z", "")
                .containsEntry("o", "{\"x\":\"\\u003c\",\"y\":1.5}")
                .containsEntry("l", "[1,2]");
    }

    @Test
    @DisplayName("of the encoded family are JSON, so strings keep their quotes")
    void encodedFamily() {
        assertThat(texts(JsonObjectMembers.encoded(DOC)))
                .containsEntry("s", "\"a\\nb\\u003c\"")
                .containsEntry("z", "null")
                .containsEntry("b", "true");
    }

    @Test
    @DisplayName("are none for null")
    void nullHasNone() {
        assertThat(JsonObjectMembers.raw(SecretValue.of(" null "))).contains(Map.of());
    }

    @ParameterizedTest
    @DisplayName("do not exist in anything else")
    @ValueSource(strings = {"", "[]", "\"{}\"", "1", "{", "{\"a\":}", "{\"a\":1,}", "{} x", "{\"a\":01}", "{'a':1}"})
    void notAnObject(String document) {
        assertThat(JsonObjectMembers.raw(SecretValue.of(document))).isEmpty();
        assertThat(JsonObjectMembers.values(SecretValue.of(document))).isEmpty();
    }

    @Test
    @DisplayName("with numbers that no memory could hold are refused without quoting them")
    void hugeExponent() {
        assertThatThrownBy(() -> JsonObjectMembers.values(SecretValue.of("{\"a\":1.1e999999999}")))
                .isInstanceOf(MalformedException.class)
                .hasMessageNotContaining("999");
    }

    @Test
    @DisplayName("print back as one sorted object of strings, unless one is not text")
    void prints() {
        assertThat(JsonSecret.print("s", Map.of("b", SecretValue.of("<é\u2028"), "a", SecretValue.of("\t\""))))
                .isEqualTo(SecretValue.of("{\"a\":\"\\t\\\"\",\"b\":\"<é\\u2028\"}"));
        assertThatThrownBy(() -> JsonSecret.print("Secret x", Map.of("bin", SecretValue.of(new byte[] {(byte) 0x80}))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("key \"bin\" of Secret x");
    }
}
