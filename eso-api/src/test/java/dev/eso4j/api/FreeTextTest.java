package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.generator.FakeSpec;
import dev.eso4j.api.generator.GeneratorStateSpec;
import dev.eso4j.api.generator.vault.VaultDynamicSecretSpec;
import dev.eso4j.api.generator.webhook.WebhookSpec;
import dev.eso4j.api.store.webhook.WebhookProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A field of a manifest into which people write what they like")
class FreeTextTest {
    private static final String CANARY = "canary-7f3a";

    private static Arguments field(Class<?> type, String name, Object value, Map<String, Object> others) {
        Map<String, Object> tree = new LinkedHashMap<>(others);
        tree.put(name, value);
        return Arguments.of(type, name, tree);
    }

    static Stream<Arguments> fields() {
        Map<String, Object> webhook = Map.of("url", "https://h", "result", Map.of());
        Map<String, Object> state =
                Map.of("resource", Map.of("kind", "Fake"), "state", Map.of("id", 1), "garbageCollectionDeadline", "x");
        return Stream.of(
                field(WebhookProvider.class, "url", "https://h/?token=" + CANARY, webhook),
                field(WebhookProvider.class, "headers", Map.of("Authorization", CANARY), webhook),
                field(WebhookProvider.class, "body", CANARY, webhook),
                field(WebhookSpec.class, "url", "https://h/?token=" + CANARY, webhook),
                field(WebhookSpec.class, "headers", Map.of("Authorization", CANARY), webhook),
                field(WebhookSpec.class, "body", CANARY, webhook),
                field(
                        VaultDynamicSecretSpec.class,
                        "parameters",
                        Map.of("password", List.of(CANARY)),
                        Map.of("path", "p", "provider", Map.of("auth", Map.of(), "server", "https://v"))),
                field(
                        VaultDynamicSecretSpec.class,
                        "getParameters",
                        Map.of("password", List.of(CANARY)),
                        Map.of("path", "p", "provider", Map.of("auth", Map.of(), "server", "https://v"))),
                field(FakeSpec.class, "data", Map.of("k", CANARY), Map.of()),
                field(GeneratorStateSpec.class, "resource", Map.of("spec", CANARY), state),
                field(GeneratorStateSpec.class, "state", Map.of("token", CANARY), state));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("fields")
    @DisplayName(
            "may hold a credential: it is read and written, and not shown as text, nor is there a builder that would")
    void notShown(Class<?> type, String name, Map<String, Object> tree) {
        Object read = ModelJson.fromTree("spec", tree, type);

        assertThat(read.toString()).doesNotContain(CANARY);
        assertThat(ModelJson.toTree(read).toString()).contains(CANARY);
        assertThatThrownBy(() -> Class.forName(type.getName() + "Builder")).isInstanceOf(ClassNotFoundException.class);
    }
}
