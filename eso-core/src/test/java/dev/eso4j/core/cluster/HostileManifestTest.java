package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A hostile manifest is refused, with its place and soon:")
class HostileManifestTest {
    private static final String SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: x}\n";

    private static List<ManifestProblem> problems(String text) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> ManifestReader.into("default").read("file", text).problems());
    }

    private static ManifestProblem problem(String text) {
        List<ManifestProblem> problems = problems(text);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("YAML nested deeper than the stack")
    @ValueSource(strings = {"[", "[{a: ", "? ", "- "})
    void deepYaml(String open) {
        assertThat(problem(open.repeat(100_000)).cause()).contains("nested too deep");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("JSON nested deeper than the parser goes, or than manifests need")
    @ValueSource(ints = {100, 100_000})
    void deepJson(int depth) {
        assertThat(problem("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).cause())
                .contains("nested too deep");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("a map that contains or merges itself")
    @ValueSource(strings = {"a: &a {<<: *a}", "a: &a [*a]", "&a {*a : x}"})
    void selfReference(String text) {
        assertThat(problem(text).cause()).contains("an alias stands inside of what it means");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("a number of a million digits, which would take an hour to read")
    @ValueSource(strings = {"", "0x", "0."})
    void longNumbers(String prefix) {
        ManifestProblem problem = problem("a: 1\nb: " + prefix + "1".repeat(1_000_000));
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.field()).isEqualTo("b");
        assertThat(problem.cause()).contains("more than 1000 digits");
    }

    @Test
    @DisplayName("a JSON number or name longer than the parser takes")
    void longJson() {
        assertThat(problem("{\"a\":" + "1".repeat(2_000) + "}").cause()).contains("longer than anybody needs");
        assertThat(problem("{\"" + "k".repeat(100_000) + "\":1}").cause()).contains("longer than anybody needs");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("an escape that stands for no character")
    @ValueSource(strings = {"\\x", "\\xzz", "\\uzzzz", "\\UFFFFFFFF", "\\q"})
    void escapes(String escape) {
        ManifestProblem problem = problem("a: 1\nb: \"" + escape + "\"\n");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.cause()).startsWith("this is not YAML");
    }

    @Test
    @DisplayName("a list with nothing in one of its places, which no list of objects could show afterwards")
    void emptyItem() {
        assertThat(problem("apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: x}\n"
                                + "spec:\n  dataFrom:\n    -\n")
                        .toString())
                .isEqualTo("file:6: document 1: spec.dataFrom[0]: it is empty; remove it, or fill it in");
    }

    @Test
    @DisplayName("a key given twice, in JSON as in YAML")
    void twice() {
        assertThat(problem("{\"a\":1,\n\"a\":2}").toString())
                .isEqualTo("file:2: document 1: a: the key is given twice; keep one of the two");
        assertThat(problem("a: 1\na: 2").cause()).isEqualTo("the key is given twice");
    }

    @Test
    @DisplayName("a hundred thousand leaves under a key so long that their paths would fill the memory")
    void longPaths() {
        String key = "k".repeat(40_000);
        assertThat(problem("? \"" + key + "\"\n: [" + "1, ".repeat(100_000) + "1]")
                        .cause())
                .contains("too large");
        assertThat(problem("{\"" + key + "\":[" + "1,".repeat(100_000) + "1]}").cause())
                .contains("too large");
    }

    @Test
    @DisplayName("a text of a megabyte behind very many aliases")
    void aliasedText() {
        assertThat(problem("a: &a " + "x".repeat(1_000_000) + "\nb: [" + "*a, ".repeat(100_000) + "*a]")
                        .cause())
                .contains("too large");
    }

    @Test
    @DisplayName("a file of 50 MB")
    void largeFile() {
        assertThat(problem("x".repeat(50 << 20)).cause()).contains("more than 8388608 characters");
    }

    @Test
    @DisplayName("fifty thousand unknown fields, of which a hundred are told")
    void manyProblems() {
        StringBuilder fields = new StringBuilder(SECRET);
        for (int i = 0; i < 50_000; i++) {
            fields.append("field").append(i).append(": 1\n");
        }
        assertThat(problems(fields.toString()))
                .hasSize(101)
                .last()
                .hasToString("file:1: document 1: there may be more problems than these; correct these first");
    }

    @Test
    @DisplayName("names of megabytes, of which beginning and end are told")
    void longNames() {
        assertThat(problem("apiVersion: v1\nkind: " + "K".repeat(1_000_000) + "\n")
                        .toString())
                .hasSizeLessThan(2_500);
        assertThatThrownBy(() ->
                        LocalCluster.create().load(SECRET.replace("name: x", "name: " + "X".repeat(1_000_000))))
                .message()
                .contains("metadata.name")
                .hasSizeLessThan(2_000);
    }

    @Test
    @DisplayName("while a text of a megabyte is no problem, nor is merging maps")
    void large() {
        assertThat(problems(SECRET + "stringData: {a: " + "x".repeat(1_000_000) + "}"))
                .isEmpty();
        assertThat(problems(SECRET + "x-base: &b {a: b}\nstringData: {<<: [*b]}"))
                .singleElement()
                .satisfies(p -> assertThat(p.field()).isEqualTo("x-base"));
        assertThat(problems(SECRET + "stringData: &b {a: b}\ndata: {<<: *b}")).isEmpty();
    }

    @Test
    @DisplayName("selectors of a hundred thousand commas take no time")
    void commas() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(LabelTerms.parse(",".repeat(200_000))).isEmpty();
            assertThat(LabelTerms.parse("a in (b,c),!d,e=f")).hasSize(3);
        });
    }
}
