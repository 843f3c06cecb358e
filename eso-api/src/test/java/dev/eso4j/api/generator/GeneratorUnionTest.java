package dev.eso4j.api.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.Kinds;
import dev.eso4j.api.ModelJson;
import dev.eso4j.api.crd.Examples;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.generator.webhook.WebhookSpec;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The union of generators in a ClusterGenerator")
class GeneratorUnionTest {
    private static final String CANARY = "canary-5b1d";

    @Test
    @DisplayName("has a member for every namespaced kind of generator, with the spec of that kind")
    void kinds() {
        Map<String, Class<?>> specs = Kinds.all().stream()
                .filter(GeneratorResource.class::isAssignableFrom)
                .collect(Collectors.toMap(
                        HasMetadata::getKind,
                        kind -> Objects.requireNonNull(Examples.parts(kind).get("spec"))));

        assertThat(GeneratorTypes.kinds()).containsExactlyElementsOf(new TreeSet<>(specs.keySet()));
        specs.forEach((kind, spec) -> {
            assertThat(GeneratorTypes.of(kind)).as(kind).contains(spec.asSubclass(Record.class));
            assertThat(GeneratorTypes.member(kind).orElseThrow()).as(kind).isEqualToIgnoringCase(kind + "Spec");
        });
        assertThat(GeneratorTypes.of("ClusterGenerator")).isEmpty();
        assertThat(GeneratorTypes.member("GeneratorState")).isEmpty();
    }

    @Test
    @DisplayName("is tied to the kind by a rule that knows every kind")
    void rule() {
        String rule = ClusterGeneratorSpec.class.getAnnotation(Rule.class).check();

        assertThat(rule.split("has\\(")).hasSize(GeneratorTypes.kinds().size() + 1);
        assertThat(GeneratorTypes.kinds())
                .allSatisfy(kind -> assertThat(rule)
                        .contains("'" + kind + "': has(self.generator."
                                + GeneratorTypes.member(kind).orElseThrow() + ")"));
    }

    @Test
    @DisplayName("gives a generator its member as the record of its kind")
    void typedMember() {
        FakeSpec fake = new FakeSpec(null, Map.of("k", "v"));

        GeneratorSpec union = GeneratorSpec.of("Fake", fake);

        assertThat(union.names()).containsExactly("fakeSpec");
        assertThat(union.as("fakeSpec", FakeSpec.class)).isEqualTo(fake);
        assertThatThrownBy(() -> union.as("uuidSpec", UUIDSpec.class)).hasMessage("spec.generator.uuidSpec is missing");
        assertThatThrownBy(() -> GeneratorSpec.of("Fak", fake))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("Fak", "VaultDynamicSecret");
    }

    @Test
    @DisplayName("never shows a value as text, nor does a generator or a state that contains it")
    void text() {
        FakeSpec fake = new FakeSpec("class", Map.of("k", CANARY));
        Fake resource = new Fake();
        resource.setSpec(fake);
        GeneratorStateSpec state = new GeneratorStateSpec(null, Map.of("token", CANARY), Map.of("id", CANARY));
        WebhookSpec webhook = ModelJson.fromTree(
                "spec",
                Map.of(
                        "url",
                        "https://example.com/?token=" + CANARY,
                        "headers",
                        Map.of("Authorization", CANARY),
                        "body",
                        CANARY,
                        "result",
                        Map.of()),
                WebhookSpec.class);

        assertThat(List.of(fake, resource, state, webhook, GeneratorSpec.of("Fake", fake)))
                .allSatisfy(o -> assertThat(o.toString()).doesNotContain(CANARY));
        assertThat(fake.toString()).contains("class", "[k]");
        assertThat(webhook.toString()).contains("[Authorization]");
    }
}
