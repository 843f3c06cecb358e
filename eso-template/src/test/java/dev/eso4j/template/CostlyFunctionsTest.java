package dev.eso4j.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.template.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Hashes and keys of a template")
class CostlyFunctionsTest {
    /** Two hashes of bcrypt, and something for the rest. */
    private static final Limits TWO_HASHES = new Limits(10_000, 45_000, 1 << 20, 1 << 20, 4L << 20, 100);

    private final AtomicInteger opened = new AtomicInteger();
    private final List<String> warnings = new ArrayList<>();
    private final TemplateEngine engine = TemplateEngine.builder()
            .limits(TWO_HASHES)
            .warnings(warnings::add)
            .random(() -> {
                opened.incrementAndGet();
                return new SecureRandom();
            })
            .build();

    @Test
    @DisplayName("are made as long as the limits allow")
    void within() {
        assertThat(render("{{ range until 2 }}{{ htpasswd \"a\" \"b\" \"bcrypt\" }}\n{{ end }}"))
                .matches("(a:\\$2a\\$10\\$[./A-Za-z0-9]{53}\n){2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ range until 3 }}{{ bcrypt \"x\" }}{{ end }}",
                "{{ range until 3 }}{{ htpasswd \"a\" \"b\" \"bcrypt\" }}{{ end }}",
                "{{ bcrypt \"x\" }}{{ derivePassword 1 \"pin\" \"a\" \"b\" \"c\" }}",
                "{{ bcrypt \"x\" }}{{ genPrivateKey \"rsa\" }}",
                "{{ define \"t\" }}{{ genCA \"c\" 1 }}{{ end }}{{ template \"t\" }}",
                "{{ range until 1000 }}{{ pemToPkcs12 \"c\" \"k\" }}{{ end }}"
            })
    @DisplayName("are refused before the first is made if there are more, with what to do")
    void beyond(String template) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("it would take more than 45000 steps")
                .hasMessageContaining("other keys or targets");
        assertThat(opened).hasValue(0);
    }

    @Test
    @DisplayName("that cost nothing are not counted")
    void cheap() {
        assertThat(render("{{ range until 100 }}{{ $_ := htpasswd \"a\" \"b\" \"sha\" }}{{ end }}"
                        + "{{ range until 10 }}{{ $_ := genPrivateKey \"ecdsa\" }}{{ end }}ok"))
                .isEqualTo("ok");
    }

    @Test
    @DisplayName("are counted without a trace: a warning comes once, a map that is changed is changed once")
    void noTrace() {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("m", new LinkedHashMap<>(Map.of("a", 1L))));
        byte[] text = engine.parse(
                        "k",
                        "{{ if hasKey .m \"b\" }}twice{{ end }}{{ $_ := set .m \"b\" 2 }}"
                                + "{{ $_ := genPrivateKey \"none\" }}{{ $_ := bcrypt \"x\" }}{{ len .m }}")
                .execute(data);
        assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("2");
        assertThat(warnings).hasSize(1);
    }

    @Test
    @DisplayName("that go on in a way which only real ones allow are made nevertheless")
    void realOnesOnly() {
        assertThat(
                        render(
                                "{{ if ne (bcrypt \"x\" | len) 60 }}{{ fail \"\" }}{{ end }}"
                                        + "{{ derivePassword 1 \"nothing\" \"a\" \"b\" \"c\" }}"
                                        + "{{ $h := bcrypt \"x\" }}{{ if not (regexMatch \"[A-Z0-9]\" (trimPrefix \"$2a$10$\" $h)) }}{{ fail \"\" }}{{ end }}"))
                .isEqualTo("cannot find password template nothing");
    }

    private String render(String template) {
        return new String(engine.render(template, Map.of()), StandardCharsets.UTF_8);
    }
}
