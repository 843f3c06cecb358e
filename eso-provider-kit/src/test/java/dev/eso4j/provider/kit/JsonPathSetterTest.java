package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Writing a property into JSON")
class JsonPathSetterTest {
    private static String set(String document, String property, String value) {
        return JsonPathSetter.set(SecretValue.of(document), property, SecretValue.of(value))
                .utf8();
    }

    @ParameterizedTest(name = "{1} in {0}")
    @DisplayName("creates what is missing and leaves the rest of the text alone")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``;a.b;{\"a\":{\"b\":\"v\"}}",
                "null;a;{\"a\":\"v\"}",
                "{\"x\" : 1.50, \"a\":2 };a;{\"x\" : 1.50, \"a\":\"v\" }",
                "{\"x\":1};a.1;{\"x\":1,\"a\":[null,\"v\"]}",
                "{\"a\":[1, 2]};a.0;{\"a\":[\"v\", 2]}",
                "{\"a\":[1]};a.-1;{\"a\":[1,\"v\"]}",
                "{\"a\":[1]};a.3;{\"a\":[1,null,null,\"v\"]}",
                "{};users.:2313.name;{\"users\":{\"2313\":{\"name\":\"v\"}}}",
                "{};a\\.b;{\"a.b\":\"v\"}",
                "{\"a\":5};a.b;{\"a\":{\"b\":\"v\"}}",
                "{\"a.b\":1};a.b;{\"a.b\":\"v\"}",
                "{\"a\":1,\"a\":2};a;{\"a\":\"v\",\"a\":2}",
                "[];0;[\"v\"]"
            })
    void sets(String document, String property, String expected) {
        assertThat(set(document, property, "v")).isEqualTo(expected);
    }

    @Test
    @DisplayName("takes a backslash at the end of a property for nothing")
    void danglingBackslash() {
        assertThat(JsonPathSetter.set(SecretValue.of("{}"), "\\a\\", SecretValue.of("v"))
                        .utf8())
                .isEqualTo("{\"a\":\"v\"}");
    }

    @Test
    @DisplayName("writes every value as a JSON string with only those escapes that JSON demands")
    void writesStrings() {
        assertThat(set("{}", "a", "{\"n\":1}\n<&>é")).isEqualTo("{\"a\":\"{\\\"n\\\":1}\\n<&>é\"}");
    }

    @ParameterizedTest
    @DisplayName("refuses properties that are more than a way to one place")
    @ValueSource(strings = {"a|b", "a.#", "a.#.b", "@this", "a*", "a?"})
    void refusesComplexPaths(String property) {
        assertThatThrownBy(() -> set("{\"a\":1}", property, "v"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("\"" + property + "\"");
    }

    @ParameterizedTest
    @DisplayName("refuses to overwrite what is not a JSON object, without quoting it")
    @ValueSource(strings = {"canary", "\"canary\"", "17", "{\"a\":canary}"})
    void refusesToDestroy(String document) {
        assertThatThrownBy(() -> set(document, "a", "v"))
                .isInstanceOf(MalformedException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    @DisplayName("refuses values that are not text, names on arrays, and numbers that would fill the memory")
    void refusesTheRest() {
        SecretValue binary = SecretValue.of(new byte[] {(byte) 0xc3});
        assertThatThrownBy(() -> JsonPathSetter.set(SecretValue.empty(), "a", binary))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> set("{\"a\":[]}", "a.b", "v")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> set("{}", "a.99999999999", "v")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> set("{}", "a" + ".a".repeat(200), "v")).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest(name = "{1} from {0}")
    @DisplayName("removes a property with its comma, and nothing else")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"a\":1, \"b\":2};a;{\"b\":2}",
                "{\"a\":1, \"b\":2};b;{\"a\":1}",
                "{\"a\":1};a;{}",
                "{\"a\":[1,2,3]};a.1;{\"a\":[1,3]}",
                "{\"a\":{\"b\":1}};a.b;{\"a\":{}}",
                "{\"a\":1};x.y;{\"a\":1}",
                "{\"a.b\":1,\"a\":{\"b\":2}};a.b;{\"a\":{\"b\":2}}"
            })
    void removes(String document, String property, String expected) {
        assertThat(JsonPathSetter.remove(SecretValue.of(document), property).utf8())
                .isEqualTo(expected);
    }
}
