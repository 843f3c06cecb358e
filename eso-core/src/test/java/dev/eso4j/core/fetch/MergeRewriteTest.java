package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteMerge;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A merge rewrite")
class MergeRewriteTest {
    private static Map<String, SecretValue> values(String... pairs) {
        Map<String, SecretValue> values = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], SecretValue.of(pairs[i + 1]));
        }
        return values;
    }

    private static Map<String, String> apply(ExternalSecretRewriteMerge merge, Map<String, SecretValue> values) {
        Map<String, String> text = new TreeMap<>();
        MergeRewrite.apply(merge, values).forEach((key, value) -> text.put(key, value.utf8()));
        return text;
    }

    private static ExternalSecretRewriteMerge extract(String conflicts, String... priority) {
        return new ExternalSecretRewriteMerge("", List.of(priority), "Strict", conflicts, "Extract");
    }

    private static ExternalSecretRewriteMerge json(String into, String conflicts, String... priority) {
        return new ExternalSecretRewriteMerge(into, List.of(priority), "Strict", conflicts, "JSON");
    }

    private static String extracted(String member) {
        return apply(extract("Error"), values("a", "{\"m\":" + member + "}")).get("m");
    }

    @Test
    @DisplayName("works as in the documented example: JSON into one key, then extracted with another priority")
    void workedExample() {
        Map<String, SecretValue> in = values(
                "a", "{\"host\":\"dba\",\"pass\":\"yola\",\"port\":123}", "b", "{\"host\":\"dbb\",\"pass\":\"yolb\"}");
        Map<String, SecretValue> first = MergeRewrite.apply(json("merged", "Ignore", "a"), in);
        assertThat(first.get("merged")).isEqualTo(SecretValue.of("{\"host\":\"dba\",\"pass\":\"yola\",\"port\":123}"));
        assertThat(first).containsOnlyKeys("a", "b", "merged");
        assertThat(apply(extract("Ignore", "b"), first))
                .isEqualTo(Map.of("host", "dbb", "pass", "yolb", "port", "123"));
    }

    @Nested
    @DisplayName("takes the values")
    class Order {
        @Test
        @DisplayName("in the order of their keys, then those with priority in the order of the list; the last one wins")
        void priorities() {
            Map<String, SecretValue> in = values("c", "{\"m\":\"c\"}", "a", "{\"m\":\"a\"}", "b", "{\"m\":\"b\"}");
            assertThat(apply(extract("Ignore"), in)).containsEntry("m", "c");
            assertThat(apply(extract("Ignore", "a"), in)).containsEntry("m", "a");
            assertThat(apply(extract("Ignore", "a", "b"), in)).containsEntry("m", "b");
        }

        @Test
        @DisplayName("and refuses a priority that was not fetched, unless told otherwise")
        void priorityPolicy() {
            Map<String, SecretValue> in = values("a", "{\"m\":1}");
            assertThatThrownBy(() -> apply(extract("Error", "nowhere"), in))
                    .hasMessageStartingWith("merge failed with key \"nowhere\" not found in input map");
            assertThat(apply(
                            new ExternalSecretRewriteMerge(
                                    "", List.of("nowhere"), "IgnoreNotFound", "Error", "Extract"),
                            in))
                    .containsEntry("m", "1");
        }
    }

    @Nested
    @DisplayName("takes for a conflict")
    class Conflicts {
        @Test
        @DisplayName("a member that two values have, even an equal one, and names all of them")
        void named() {
            Map<String, SecretValue> in =
                    values("a", "{\"y\":1,\"x\":\"canary\",\"only\":2}", "b", "{\"x\":\"canary\",\"y\":2}");
            assertThatThrownBy(() -> apply(extract(null), in))
                    .hasMessageStartingWith("merge failed with conflicts: x, y;")
                    .hasMessageNotContaining("canary");
        }

        @Test
        @DisplayName("also what a priority could decide: that counts with conflictPolicy Ignore only")
        void priorityIsNoPermission() {
            assertThatThrownBy(() -> apply(extract("Error", "b"), values("a", "{\"x\":1}", "b", "{\"x\":2}")))
                    .hasMessageContaining("conflicts: x");
        }
    }

    @Nested
    @DisplayName("reads")
    class Reads {
        @ParameterizedTest(name = "{0}")
        @DisplayName("only JSON objects, and does not say what it got")
        @ValueSource(strings = {"canary", "[\"canary\"]", "\"canary\"", "1", "{\"canary\":", "", "{} canary"})
        void objectsOnly(String value) {
            assertThatThrownBy(() -> apply(extract("Error"), values("a", value)))
                    .isInstanceOf(FetchException.class)
                    .hasMessage("merge failed with failed to unmarshal JSON: the value of \"a\" is not a JSON object")
                    .hasNoCause();
        }

        @Test
        @DisplayName("null as an object without members")
        void jsonNull() {
            assertThat(apply(extract("Error"), values("a", "null", "b", "{\"m\":1}")))
                    .isEqualTo(Map.of("m", "1"));
        }
    }

    @Nested
    @DisplayName("writes, one key for each member,")
    class Extract {
        @ParameterizedTest(name = "{0} as {1}")
        @DisplayName("numbers without exponent and with all their digits")
        @CsvSource({
            "123, 123",
            "1.50, 1.5",
            "1e3, 1000",
            "1.5e-3, 0.0015",
            "9007199254740993, 9007199254740993",
            "12345678901234567890123, 12345678901234567890123",
            "0.1, 0.1",
            "-0.25, -0.25",
        })
        void numbers(String number, String text) {
            assertThat(extracted(number)).isEqualTo(text);
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("but no number so large that writing it out would fill the memory")
        @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e400", "1.5e1000000"})
        void monsters(String number) {
            assertThatThrownBy(() -> extracted(number))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("number")
                    .hasMessageNotContaining(number);
        }

        @Test
        @DisplayName("but no number whose exponent is beyond what there are numbers for")
        void exponentOverflow() {
            assertThatThrownBy(() -> extracted("1E2147483648"))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("\"a\" is not a JSON object");
        }

        @Test
        @DisplayName("halves of surrogate pairs as U+FFFD, as Go reads them")
        void halves() {
            assertThat(extracted("\"a\\ud800b\"")).isEqualTo("a\ufffdb");
            assertThat(extracted("[\"\\udc00\"]")).isEqualTo("[\"\ufffd\"]");
        }

        @Test
        @DisplayName("texts as they are, booleans as words, null as an empty value")
        void scalars() {
            assertThat(extracted("\"a<b>&\\n\"")).isEqualTo("a<b>&\n");
            assertThat(extracted("true")).isEqualTo("true");
            assertThat(extracted("null")).isEmpty();
        }

        @Test
        @DisplayName("objects and lists as compact JSON, sorted, with Go's escapes")
        void nested() {
            assertThat(extracted("{\"z\":[1, 2.0,\"<&>\"], \"a\":null,\"b\":{\"d\":true,\"c\":\"\\u2028\"}}"))
                    .isEqualTo("{\"a\":null,\"b\":{\"c\":\"\\u2028\",\"d\":true},"
                            + "\"z\":[1,2,\"\\u003c\\u0026\\u003e\"]}");
        }

        @Test
        @DisplayName("in place of the keys that were merged")
        void replaces() {
            assertThat(apply(extract("Error"), values("a", "{\"m\":1}"))).containsOnlyKeys("m");
        }
    }

    @Nested
    @DisplayName("writes, as one value,")
    class AsJson {
        @Test
        @DisplayName("sorted compact JSON in which < > & stay readable")
        void html() {
            assertThat(apply(json("all", "Error"), values("a", "{\"z\":\"<&>\",\"b\":1.50}")))
                    .containsEntry("all", "{\"b\":1.5,\"z\":\"<&>\"}")
                    .containsKey("a");
        }

        @Test
        @DisplayName("with control characters as Go escapes them")
        void control() {
            assertThat(apply(
                            json("all", "Error"),
                            values("a", "{\"c\":\"\\u0001\\b\\f\\n\\r\\t\\\"\\\\\\u2029\\u007f\\/é😀\"}")))
                    .containsEntry("all", "{\"c\":\"\\u0001\\b\\f\\n\\r\\t\\\"\\\\\\u2029\u007f/é😀\"}");
        }

        @Test
        @DisplayName("over a key that has the name already")
        void overwrites() {
            assertThat(apply(json("a", "Error"), values("a", "{\"m\":1}"))).isEqualTo(Map.of("a", "{\"m\":1}"));
        }

        @Test
        @DisplayName("and not at all without a name for it")
        void missingInto() {
            assertThatThrownBy(() -> apply(json("", "Error"), values("a", "{}")))
                    .hasMessageStartingWith("merge failed with missing 'into' field");
        }
    }
}
