package dev.eso4j.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.Models;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final TargetRenderer renderer = new TargetRenderer(TargetTemplates.standard());

    private DesiredTarget render(String... members) {
        return renderer.render(
                Models.externalSecret("db", LABELS, ANNOTATIONS, members), FETCHED, TemplateTexts.none());
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
    @DisplayName("with templates")
    class WithTemplates {
        @Test
        @DisplayName("has what they render, in data, labels and annotations")
        void rendered() {
            DesiredTarget target = render("target: {template: {data: {url: 'db://{{ .user }}:{{ .password }}@h'},"
                    + " metadata: {labels: {l: '{{ .user | upper }}'}, annotations: {a: '{{ .user }}!'}}}}");
            assertThat(data(target)).isEqualTo(Map.of("url", "db://svc:canary@h"));
            assertThat(target.metadata().labels()).isEqualTo(Map.of("l", "SVC"));
            assertThat(target.metadata().annotations()).isEqualTo(Map.of("a", "svc!"));
        }

        @Test
        @DisplayName("has of several that fill one key the last, and that of data above all")
        void precedence() {
            assertThat(data(render("target: {template: {mergePolicy: Merge, data: {c: data}, templateFrom: ["
                            + "{literal: \"user: one\\na: one\\nc: one\"}, {literal: \"a: two\"}]}}")))
                    .isEqualTo(Map.of("user", "one", "a", "two", "c", "data", "password", "canary"));
        }

        @Test
        @DisplayName("takes them from ConfigMaps and Secrets, as values or as mappings")
        void fromObjects() {
            ExternalSecret es = Models.externalSecret(
                    "db",
                    "target: {template: {templateFrom: [{configMap: {name: c, items: [{key: k}]}},"
                            + " {secret: {name: s, items: [{key: m, templateAs: KeysAndValues}]}, target: labels}]}}");
            TemplateSources sources = new TemplateSources() {
                @Override
                public Optional<Map<String, byte[]>> read(String reader, TemplateSource source) {
                    return Optional.of(
                            source.kind() == TemplateSource.Kind.CONFIG_MAP
                                    ? Map.of("k", "<{{ .user }}>".getBytes(StandardCharsets.UTF_8))
                                    : Map.of("m", "l: {{ .user }}".getBytes(StandardCharsets.UTF_8)));
                }

                @Override
                public void follow(String reader, TemplateSource source) {}
            };
            DesiredTarget target = renderer.render(es, FETCHED, TemplateTexts.gather(sources, es));
            assertThat(data(target)).isEqualTo(Map.of("k", "<svc>"));
            assertThat(target.metadata().labels()).isEqualTo(Map.of("l", "svc"));
        }

        @Test
        @DisplayName("does not take part in them with what was merged, only with what was fetched")
        void input() {
            assertThatThrownBy(() -> render("target: {template: {mergePolicy: Merge, data: {a: x, b: '{{ .a }}'}}}"))
                    .isInstanceOf(RenderException.class)
                    .hasMessage("spec.target.template.data[b]: unable to execute template at key b: template: b:1:3:"
                            + " executing \"b\" at <.a>: map has no entry for key \"a\"; the keys are password, user");
        }

        @Test
        @DisplayName("tells of one that fails where it stands, where in its text, and what was likely meant")
        void failure() {
            assertThatThrownBy(() -> render("target: {template: {data: {b: \"1\\n{{ .usr }}\"}}}"))
                    .isInstanceOfSatisfying(
                            RenderException.class,
                            e -> assertThat(e.failure()).hasValueSatisfying(failure -> {
                                assertThat(failure.field()).isEqualTo("spec.target.template.data[b]");
                                assertThat(failure.cause().line()).isEqualTo(2);
                                assertThat(failure.cause().column()).isEqualTo(3);
                                assertThat(failure.secret()).isFalse();
                                assertThat(failure.hint()).isEqualTo("did you mean user?");
                                assertThat(failure.toString()).doesNotContain("usr");
                            }));
            assertThatThrownBy(() -> render("target: {template: {data: {b: '{{ .user | uper }}'}}}"))
                    .hasMessageEndingWith("function \"uper\" not defined; did you mean upper?");
        }

        @Test
        @DisplayName("knows of its metadata, before anything is fetched, what is no template")
        void literalMetadata() {
            ExternalSecret es = Models.externalSecret(
                    "db", "target: {template: {metadata: {labels: {l: '{{ .user }}', m: plain}}}}");
            assertThat(renderer.metadata(es).labels()).isEqualTo(Map.of("m", "plain"));
        }
    }

    @Nested
    @DisplayName("refuses what a template renders, without telling it,")
    class Refuses {
        @ParameterizedTest(name = "{0}")
        @DisplayName("where no API server would take it")
        @ValueSource(
                strings = {
                    "metadata: {labels: {l: '{{ .password }} '}}",
                    "metadata: {labels: {l: '{{ .password | repeat 20 }}'}}",
                    "templateFrom: [{literal: '{{ .password }}/: x'}]",
                    "templateFrom: [{literal: '{{ .password }}/: x', target: Labels}]",
                    "templateFrom: [{literal: '{{ .password }}/: x', target: Annotations}]",
                    "templateFrom: [{literal: '{{ .password }}: [x]'}]",
                    "templateFrom: [{literal: '{{ .password }}'}]",
                    "templateFrom: [{literal: '{{ .password }}: {{ .password }}', valuesDecodingStrategy: Base64}]",
                    "data: {a: '{{ .password | fail }}'}",
                    "data: {a: '{{ .password | atoi | int | div 1 }}'}",
                })
        void withoutValues(String template) {
            assertThatThrownBy(() -> render("target: {template: {" + template + "}}"))
                    .isInstanceOf(RenderException.class)
                    .message()
                    .startsWith("spec.target.template")
                    .doesNotContain("canary");
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
