package dev.eso4j.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.Models;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The desired target")
class TargetRendererTest {
    private static final Map<String, SecretValue> FETCHED =
            Map.of("user", SecretValue.of("svc"), "password", SecretValue.of("canary"));
    private static final Map<String, String> LABELS = Map.of("app", "shop");
    private static final Map<String, String> ANNOTATIONS = Map.of(
            "note", "hello", "kubectl.kubernetes.io/last-applied-configuration", "{\"spec\":\"whole manifest\"}");

    private final TargetRenderer renderer = new TargetRenderer();

    private DesiredTarget render(String... members) {
        return renderer.render(Models.externalSecret("db", LABELS, ANNOTATIONS, members), FETCHED);
    }

    private static Map<String, String> data(DesiredTarget target) {
        Map<String, String> text = new TreeMap<>();
        target.data().forEach((key, value) -> text.put(key, new String(value, StandardCharsets.UTF_8)));
        return text;
    }

    @Nested
    @DisplayName("without a template")
    class WithoutTemplate {
        @Test
        @DisplayName("has what was fetched and the labels and annotations of the ExternalSecret")
        void plain() {
            DesiredTarget target = render();
            assertThat(data(target)).isEqualTo(Map.of("user", "svc", "password", "canary"));
            assertThat(target.metadata().labels()).isEqualTo(LABELS);
            assertThat(target.metadata().annotations()).containsEntry("note", "hello");
            assertThat(target.type()).isNull();
        }

        @Test
        @DisplayName("has not what kubectl remembers of the manifest")
        void lastApplied() {
            assertThat(render().metadata().annotations()).containsOnlyKeys("note");
        }
    }

    @Nested
    @DisplayName("with a template")
    class WithTemplate {
        @Test
        @DisplayName("that holds only metadata has that metadata, and what was fetched")
        void metadataOnly() {
            DesiredTarget target = render(
                    "target: {template: {metadata: {labels: {l: '1'}, annotations: {a: '2'}, finalizers: [x/y]}}}");
            assertThat(target.metadata())
                    .isEqualTo(new DesiredTarget.Metadata(Map.of("l", "1"), Map.of("a", "2"), List.of("x/y")));
            assertThat(data(target)).containsOnlyKeys("user", "password");
        }

        @Test
        @DisplayName("that is empty has no labels and annotations of the ExternalSecret any more")
        void emptyTemplate() {
            DesiredTarget target = render("target: {template: {type: Opaque}}");
            assertThat(target.metadata().labels()).isEmpty();
            assertThat(target.metadata().annotations()).isEmpty();
            assertThat(target.type()).isEqualTo("Opaque");
            assertThat(data(target)).containsOnlyKeys("user", "password");
        }

        @Test
        @DisplayName("with data has that data and nothing else")
        void replace() {
            assertThat(data(render("target: {template: {data: {url: 'x://y', user: fixed}}}")))
                    .isEqualTo(Map.of("url", "x://y", "user", "fixed"));
        }

        @Test
        @DisplayName("with mergePolicy Merge has both; the template wins")
        void merge() {
            assertThat(data(render("target: {template: {mergePolicy: Merge, data: {user: fixed}}}")))
                    .isEqualTo(Map.of("user", "fixed", "password", "canary"));
        }
    }

    @Nested
    @DisplayName("that needs the template engine is refused, before anything is fetched,")
    class Refused {
        @ParameterizedTest(name = "{0}")
        @DisplayName("wherever the template stands")
        @ValueSource(
                strings = {
                    "data: {url: 'x://{{ .user }}'}",
                    "metadata: {labels: {l: '{{ .user }}'}}",
                    "metadata: {annotations: {a: '{{ .user }}'}}",
                    "templateFrom: [{literal: 'a: b'}]",
                    "templateFrom: [{configMap: {name: c, items: [{key: k}]}}]",
                })
        void everywhere(String template) {
            ExternalSecret es = Models.externalSecret("db", "target: {template: {" + template + "}}");
            assertThatThrownBy(() -> renderer.check(es))
                    .isInstanceOf(TemplateNotBuiltException.class)
                    .hasMessageStartingWith("templates are not built yet: spec.target.template.");
            assertThatThrownBy(() -> renderer.render(es, FETCHED)).isInstanceOf(TemplateNotBuiltException.class);
        }
    }

    @Test
    @DisplayName("does not show values")
    void shows() {
        assertThat(render("target: {template: {metadata: {annotations: {a: canary}}}}")
                        .toString())
                .doesNotContain("canary")
                .contains("password");
    }
}
