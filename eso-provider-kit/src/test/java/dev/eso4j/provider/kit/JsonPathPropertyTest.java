package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("Properties of JSON paths")
class JsonPathPropertyTest {
    private static final String[] NAMES = {"a", "b", "ab", "a.b", "1", "0", "x*y", "", "q\"r", "@this", "#"};

    @Property(tries = 2000)
    @Label("paths find in source text what a walk over a tree finds")
    void agreesWithTree(@ForAll("documents") String document, @ForAll("paths") List<TreeJsonPath.Part> path) {
        String expected = TreeJsonPath.find(TreeJson.parse(document), path);
        String found = JsonPath.of(TreeJsonPath.written(path))
                .find(SecretValue.of(document))
                .map(value -> value.source().utf8())
                .orElse(null);
        assertThat(found).as("%s in %s", TreeJsonPath.written(path), document).isEqualTo(expected);
    }

    @Property(tries = 1000)
    @Label("what is set is read back, the document stays JSON, and removing it brings the rest back")
    void readsBackWhatIsSet(
            @ForAll("withoutArrays") String document,
            @ForAll("settable") List<TreeJsonPath.Name> path,
            @ForAll String text) {
        String property = TreeJsonPath.written(List.copyOf(path));
        SecretValue value = SecretValue.of(text);
        SecretValue changed = JsonPathSetter.set(SecretValue.of(document), property, value);
        assertThat(JsonValidator.valid(JsonText.of(changed.bytes()))).isTrue();
        assertThat(JsonRemoteObject.of("o", changed).property(property)).isEqualTo(SecretValue.of(value.utf8()));
        assertThat(JsonPathSetter.set(changed, property, value)).isEqualTo(changed);
        SecretValue removed = JsonPathSetter.remove(changed, property);
        assertThat(JsonValidator.valid(JsonText.of(removed.bytes()))).isTrue();
        assertThat(removed.size()).isLessThan(changed.size());
    }

    @Property(tries = 1000)
    @Label("the raw family gives every member the last source with its name")
    void rawFamily(@ForAll("objects") String document) {
        TreeJson.Node tree = TreeJson.parse(document);
        var members = JsonObjectMembers.raw(SecretValue.of(document)).orElseThrow();
        assertThat(members.keySet()).containsExactlyInAnyOrderElementsOf(List.copyOf(new HashSet<>(tree.names())));
        for (int i = 0; i < tree.names().size(); i++) {
            if (tree.names().lastIndexOf(tree.names().get(i)) == i) {
                TreeJson.Node child = tree.children().get(i);
                String expected = child.kind() == 'n' ? "" : child.text();
                assertThat(members.get(tree.names().get(i)).utf8()).isEqualTo(expected);
            }
        }
    }

    @Provide
    Arbitrary<String> documents() {
        return value(3);
    }

    @Provide
    Arbitrary<String> withoutArrays() {
        Arbitrary<String> scalar = Arbitraries.of("1", "null", "\"v\"", "true");
        return object(Arbitraries.oneOf(scalar, object(Arbitraries.oneOf(scalar, object(scalar)))));
    }

    @Provide
    Arbitrary<String> objects() {
        return object(value(2));
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> scalar = Arbitraries.of(
                "1",
                "0",
                "-1",
                "1.50",
                "1e3",
                "12345678901234567890",
                "true",
                "false",
                "null",
                "\"v\"",
                "\"\"",
                "\"a\\\"b\"",
                "\"1\"",
                "\"{[\"",
                "\"\\\\\"");
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<String> inner = value(depth - 1);
        Arbitrary<String> array =
                inner.list().ofMaxSize(4).flatMap(JsonPathPropertyTest::joined).map(s -> "[" + s + "]");
        return Arbitraries.frequencyOf(Tuple.of(1, scalar), Tuple.of(2, array), Tuple.of(3, object(inner)));
    }

    private static Arbitrary<String> object(Arbitrary<String> inner) {
        Arbitrary<String> name = Arbitraries.of(NAMES).map(n -> "\"" + n.replace("\"", "\\\"") + "\"");
        return Combinators.combine(name, blank(), inner)
                .as((n, blank, v) -> n + blank + ":" + blank + v)
                .list()
                .ofMaxSize(4)
                .flatMap(JsonPathPropertyTest::joined)
                .map(s -> "{" + s + "}");
    }

    private static Arbitrary<String> joined(List<String> parts) {
        return blank().map(blank -> String.join(blank + "," + blank, parts));
    }

    private static Arbitrary<String> blank() {
        return Arbitraries.of("", " ", "\n");
    }

    @Provide
    Arbitrary<List<TreeJsonPath.Part>> paths() {
        Arbitrary<TreeJsonPath.Part> name =
                Arbitraries.of(NAMES).filter(n -> !n.isEmpty()).map(TreeJsonPath.Name::new);
        Arbitrary<TreeJsonPath.Part> wild =
                Arbitraries.of("*", "a*", "?", "*b", "a?b", "*a*").map(TreeJsonPath.Wild::new);
        Arbitrary<TreeJsonPath.Part> index =
                Arbitraries.integers().between(0, 4).map(TreeJsonPath.Index::new);
        Arbitrary<TreeJsonPath.Part> each = Arbitraries.just(new TreeJsonPath.Each());
        Arbitrary<TreeJsonPath.Part> query = Combinators.combine(
                        Arbitraries.of("", "a", "b", "ab"),
                        Arbitraries.of("==", "=", "!=", "<", "<=", ">", ">="),
                        Arbitraries.of("1", "0", "\"v\"", "1.5", "\"1\"", "v", "\"\"", "true", "false"),
                        Arbitraries.of(true, false))
                .as(TreeJsonPath.Query::new);
        return Arbitraries.oneOf(name, name, wild, index, each, query)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<TreeJsonPath.Name>> settable() {
        return Arbitraries.of("a", "b", "ab", "n e w", "é", "q\"r")
                .map(TreeJsonPath.Name::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
