package dev.eso4j.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eso4j.template.exec.MissingKey;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.language.AccessFunctions;
import dev.eso4j.template.limit.Limits;
import dev.eso4j.template.value.GoType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The template engine")
class TemplateEngineTest {
    private final TemplateEngine engine = TemplateEngine.standard();

    private static String text(TemplateEngine engine, String template, Object data) {
        return new String(engine.parse("k", template).execute(data), UTF_8);
    }

    private TemplateException failure(String template, Object data) {
        return catchThrowableOfType(TemplateException.class, () -> text(engine, template, data));
    }

    @Test
    @DisplayName("renders the bytes of a secret unchanged")
    void bytes() {
        byte[] secret = new byte[256];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) i;
        }

        assertThat(engine.render("{{ .secret }}", Map.of("secret", secret))).isEqualTo(secret);
    }

    @Test
    @DisplayName("makes no second large key: each takes more than half of the steps that there are")
    void largeKeys() {
        Limits all = Limits.STANDARD;
        TemplateEngine half = TemplateEngine.builder()
                .limits(new Limits(
                        all.parts(),
                        all.steps() / 2,
                        all.outputBytes(),
                        all.callBytes(),
                        all.totalBytes(),
                        all.depth()))
                .build();

        for (String kind : List.of("rsa", "dsa")) {
            assertThat(catchThrowableOfType(
                            TemplateException.class,
                            () -> text(half, "{{ genPrivateKey \"" + kind + "\" }}", Map.of())))
                    .hasMessageContaining("genPrivateKey: it would take more than 250000 steps");
        }
    }

    @Test
    @DisplayName("says line, column, node and reason of a failure")
    void position() {
        TemplateException failure = failure("first\n  {{ .user.name }}", Map.of("user", "alice"));

        assertThat(failure)
                .hasMessage(
                        "template: k:2:10: executing \"k\" at <.user.name>: can't evaluate field name in type string");
        assertThat(failure.phase()).isEqualTo(TemplateException.Phase.EXECUTE);
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.column()).isEqualTo(10);
        assertThat(failure.function()).isNull();
        assertThat(failure.reason()).isEqualTo("can't evaluate field name in type string");
    }

    @Test
    @DisplayName("says which template within the text failed, and which function")
    void functionAndInnerTemplate() {
        TemplateException failure =
                failure("{{ define \"x\" }}{{ index . 9 }}{{ end }}{{ template \"x\" .a }}", Map.of("a", "b"));

        assertThat(failure)
                .hasMessageContaining("executing \"x\" at <index . 9>: error calling index: index out of range");
        assertThat(failure.function()).isEqualTo("index");
    }

    @Test
    @DisplayName("names a function that there is not when it parses")
    void unknownFunction() {
        TemplateException failure = failure("\n{{ env \"PATH\" }}", Map.of());

        assertThat(failure).hasMessage("template: k:2: function \"env\" not defined");
        assertThat(failure.phase()).isEqualTo(TemplateException.Phase.PARSE);
        assertThat(failure.function()).isEqualTo("env");
    }

    @Test
    @DisplayName("fails for a key that is missing, or gives what the policy says")
    void missingKeys() {
        Map<String, Object> data = Map.of("remoteRef", Map.of("key", "a"));

        assertThat(failure("{{ .x }}", data)).hasMessageContaining("map has no entry for key \"x\"");
        TemplateEngine noValue =
                TemplateEngine.builder().missingKey(MissingKey.NO_VALUE).build();
        assertThat(text(noValue, "{{ .remoteRef.key }} {{ .remoteRef.x }} {{ .x.y.z }}", data))
                .isEqualTo("a <no value> <no value>");
        TemplateEngine zero =
                TemplateEngine.builder().missingKey(MissingKey.ZERO).build();
        assertThat(text(zero, "[{{ .remoteRef.x }}{{ .x.y }}]", data)).isEqualTo("[]");
    }

    @Test
    @DisplayName("takes other delimiters, an empty one standing for the usual one")
    void delimiters() {
        TemplateEngine engine = TemplateEngine.builder().delimiters("<%", "").build();

        assertThat(text(engine, "{{ .a }} <% .a }}<%- /* c */ -}} !", Map.of("a", "b")))
                .isEqualTo("{{ .a }} b!");
    }

    @Test
    @DisplayName("takes maps, lists, numbers and nothing as data, each as its type of Go")
    void dataTypes() {
        Map<String, Object> data = new HashMap<>();
        data.put("n", 5);
        data.put("f", 2.5);
        data.put("l", Arrays.asList("a", null, true));
        data.put("m", Map.of("k", "v"));
        data.put("none", null);

        assertThat(text(engine, "{{ printf \"%T %T %T %T %T\" . .n .f .l .m }}|{{ .l }}|{{ .none }}|{{ .m.k }}", data))
                .isEqualTo(
                        "map[string]interface {} int float64 []interface {} map[string]string|[a <nil> true]|<no value>|v");
        assertThat(text(engine, "{{ . }}", "h\u00e9")).isEqualTo("h\u00e9");
        assertThat(text(engine, "{{ . }}", null)).isEqualTo("<no value>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(engine, "{{ . }}", Map.of("a", new Object())))
                .withMessageContaining("java.lang.Object");
    }

    @Test
    @DisplayName("checks the arguments of functions that are added, and tells nothing of what goes wrong inside of one")
    void ownFunctions() {
        TemplateEngine engine = TemplateEngine.builder().functions(new Own()).build();

        assertThat(text(engine, "{{ twice 2 }} {{ 3.0 | twice }}", Map.of())).isEqualTo("4 6");
        assertThat(catchThrowableOfType(
                        TemplateException.class, () -> text(engine, "{{ twice .a }}", Map.of("a", "secret"))))
                .hasMessageContaining("wrong type for value; expected float64; got string");
        assertThat(catchThrowableOfType(
                        TemplateException.class, () -> text(engine, "{{ broken .a }}", Map.of("a", "secret"))))
                .hasMessageEndingWith("error calling broken: failed with NumberFormatException");
        assertThat(catchThrowableOfType(
                        TemplateException.class, () -> text(engine, "{{ picky .a }}", Map.of("a", "secret"))))
                .hasMessageEndingWith("error calling picky: it is computed");
        assertThat(catchThrowableOfType(TemplateException.class, () -> text(engine, "{{ picky \"x\" }}", Map.of())))
                .hasMessageEndingWith("error calling picky: it is x");
    }

    @Test
    @DisplayName("looks variables up by name where a declaration may not have been reached")
    void conditionalDeclaration() {
        String template = "{{ $x := 1 }}{{ $y := or .a ($x := 2) }}{{ $z := 3 }}{{ $x }} {{ $z }}";

        assertThat(text(engine, template, Map.of("a", "yes"))).isEqualTo("1 3");
        assertThat(text(engine, template, Map.of("a", ""))).isEqualTo("2 3");
        assertThat(failure("{{ or .a ($v := 2) }}{{ $v }}", Map.of("a", "yes")))
                .hasMessageContaining("undefined variable: $v");
    }

    @Test
    @DisplayName("keeps parsed templates by name and text, and forgets the eldest")
    void cache() {
        assertThat(engine.parse("k", "{{ .a }}")).isSameAs(engine.parse("k", "{{ .a }}"));
        assertThat(engine.parse("k", "{{ .a }}")).isNotSameAs(engine.parse("other", "{{ .a }}"));

        Template parsed = engine.parse("k", "{{ .a }}");
        TemplateCache small = new TemplateCache(10 * parsed.weight());
        for (int i = 0; i < 100; i++) {
            small.get("k" + i, "{{ .a }}", () -> parsed);
        }
        assertThat(small.size()).isEqualTo(10);
        Template large = engine.parse("k", "{{ .a }}".repeat(20));
        small.get("large", "any", () -> large);
        assertThat(small.get("large", "any", () -> parsed)).isSameAs(parsed);
    }

    @Test
    @DisplayName("gives a recursion some hundred levels, and each execution a budget of its own")
    void recursion() {
        String count =
                "{{ define \"n\" }}{{ if . }}{{ template \"n\" (slice . 1) }}x{{ end }}{{ end }}{{ template \"n\" .s }}";
        TemplateEngine language =
                TemplateEngine.builder().functions(new AccessFunctions()).build();

        for (int i = 0; i < 3; i++) {
            assertThat(text(language, count, Map.of("s", "y".repeat(400)))).isEqualTo("x".repeat(400));
        }
        assertThat(catchThrowableOfType(
                        TemplateException.class, () -> text(language, count, Map.of("s", "y".repeat(600)))))
                .hasMessageContaining("nesting deeper than 1000");
    }

    private static final class Own implements FunctionGroup {
        @Override
        public List<String> names() {
            return List.of("twice", "broken", "picky");
        }

        @Override
        public void define(Definitions into) {
            into.function("twice", GoType.FLOAT64).as(call -> 2 * call.decimal(0));
            into.function("broken", GoType.STRING).as(call -> Long.valueOf(call.string(0)));
            into.function("picky", GoType.STRING).as(call -> {
                throw new FunctionException("it is " + (call.literal(0) ? call.string(0) : "computed"));
            });
        }
    }
}
