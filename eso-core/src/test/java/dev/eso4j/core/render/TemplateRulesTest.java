package dev.eso4j.core.render;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.ExternalSecretTarget;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import dev.eso4j.api.externalsecret.ExternalSecretTemplateMetadata;
import dev.eso4j.api.externalsecret.TemplateFrom;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The engine itself, whatever the API server has let in, refuses")
class TemplateRulesTest {
    private static final String TOKEN = "kubernetes.io/service-account-token";

    private static void check(
            @Nullable String type, @Nullable String engine, Map<String, String> annotations, TemplateFrom... from) {
        ExternalSecretTemplate template = new ExternalSecretTemplate(
                type,
                engine,
                new ExternalSecretTemplateMetadata(annotations, Map.of(), List.of()),
                null,
                Map.of(),
                List.of(from));
        ExternalSecret es = new ExternalSecret();
        es.setMetadata(new ObjectMetaBuilder().withName("db").build());
        es.setSpec(new ExternalSecretSpec(
                null,
                new ExternalSecretTarget(null, null, null, template, null, null),
                null,
                null,
                null,
                List.of(),
                List.of()));
        TemplateRules.check(template);
    }

    private static TemplateFrom target(String target) {
        return new TemplateFrom(null, null, target, "a: b", null);
    }

    @Test
    @DisplayName("the token of a service account by annotation (CVE-2026-42876)")
    void cve202642876Annotation() {
        assertThatThrownBy(() -> check(TOKEN, null, Map.of("kubernetes.io/service-account.name", "admin")))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("template.type=\"kubernetes.io/service-account-token\" with annotation"
                        + " \"kubernetes.io/service-account.name\" is not allowed");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("the token of a service account by annotations from elsewhere (CVE-2026-42876)")
    @CsvSource({"Annotations", "annotations", "ANNOTATIONS"})
    void cve202642876TemplateFrom(String target) {
        assertThatThrownBy(() -> check(TOKEN, null, Map.of(), target("Data"), target(target)))
                .hasMessage("template.type=\"kubernetes.io/service-account-token\" with templateFrom"
                        + " target=\"Annotations\" is not allowed");
    }

    @Test
    @DisplayName("bootstrap tokens")
    void bootstrap() {
        assertThatThrownBy(() -> check("bootstrap.kubernetes.io/token", null, Map.of()))
                .hasMessage("template.type=\"bootstrap.kubernetes.io/token\" is not allowed");
    }

    @Test
    @DisplayName("paths of other kinds in a Secret")
    void paths() {
        assertThatThrownBy(() -> check(null, null, Map.of(), target("spec.rules")))
                .hasMessage("templateFrom target=\"spec.rules\" is not allowed when targeting a Secret, must be one of"
                        + " \"Data\", \"Annotations\" or \"Labels\"");
    }

    @Test
    @DisplayName("engines of the past")
    void engine() {
        assertThatThrownBy(() -> check(null, "v1", Map.of()))
                .hasMessageStartingWith("unsupported template engine version: v1");
    }

    @Test
    @DisplayName("and nothing else")
    void allowed() {
        assertThatCode(() -> {
                    check(TOKEN, "v2", Map.of("other", "x"), target("Data"), target("labels"), target(""));
                    check("Opaque", "", Map.of("kubernetes.io/service-account.name", "admin"), target("Annotations"));
                    check(null, null, Map.of(), new TemplateFrom(null, null, null, "a: b", null));
                })
                .doesNotThrowAnyException();
    }
}
