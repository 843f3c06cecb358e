package dev.eso4j.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a template rendered is read as YAML")
class GoYamlTest {
    private static Map<String, String> texts(String yaml) {
        Map<String, String> texts = new LinkedHashMap<>();
        GoYaml.texts(yaml.getBytes(UTF_8)).forEach((key, value) -> texts.put(key, new String(value, UTF_8)));
        return texts;
    }

    @Test
    @DisplayName("with keys and texts, where words and numbers are what YAML 1.1 makes of them")
    void mapping() {
        assertThat(texts("a: x\nb: yes\nc: 0123\nd: 1.10\ne:\nf: 18446744073709551615\n1: one\né: ü"))
                .isEqualTo(Map.of(
                        "a",
                        "x",
                        "b",
                        "true",
                        "c",
                        "83",
                        "d",
                        "1.1",
                        "e",
                        "",
                        "f",
                        "18446744073709551615",
                        "1",
                        "one",
                        "é",
                        "ü"));
        assertThat(texts("")).isEmpty();
    }

    @Test
    @DisplayName("with any tree, whose whole numbers are whole numbers")
    void tree() {
        Object tree =
                GoYaml.tree("{a: [1, 1.0, 1e3, 1.5, null, yes], b: {c: d}, e: 9223372036854775808}".getBytes(UTF_8));

        assertThat(tree)
                .isEqualTo(Map.of(
                        "a", Arrays.asList(1L, 1L, 1000L, 1.5, null, true),
                        "b", Map.of("c", "d"),
                        "e", new BigInteger("9223372036854776000")));
        assertThat(GoYaml.tree(new byte[0])).isNull();
        assertThat(GoYaml.tree("- x".getBytes(UTF_8))).isEqualTo(List.of("x"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("and refused without a word of it")
    @ValueSource(
            strings = {"canary", "[canary]", "canary: [canary]", "canary: {canary: x}", "a: \"canary", "? [canary]\n: x"
            })
    void refused(String yaml) {
        assertThatThrownBy(() -> texts(yaml))
                .isInstanceOf(GoYamlException.class)
                .hasNoCause()
                .message()
                .doesNotContain("canary");
    }

    @Test
    @DisplayName("and never without bounds")
    void bounded() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n" + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n" + "f: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
        assertThatThrownBy(() -> GoYaml.tree(bomb.getBytes(UTF_8))).isInstanceOf(GoYamlException.class);
        assertThatThrownBy(() -> GoYaml.tree("[".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(GoYamlException.class);
        assertThatThrownBy(() -> GoYaml.tree(".inf".getBytes(UTF_8))).isInstanceOf(GoYamlException.class);
    }
}
