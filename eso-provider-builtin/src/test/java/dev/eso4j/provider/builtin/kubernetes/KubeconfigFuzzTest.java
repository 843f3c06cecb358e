package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Kubeconfigs out of Secrets, under fuzzing,")
class KubeconfigFuzzTest {
    private static final String CANARY = "canary-7f3a";
    private static final String GOOD = """
            apiVersion: v1
            kind: Config
            current-context: here
            contexts:
              - name: here
                context: {cluster: c, user: u}
            clusters:
              - name: c
                cluster: {server: "https://127.0.0.1:6443", insecure-skip-tls-verify: false}
            users:
              - name: u
                user:
                  token: "canary-7f3a"
            """;
    private static final String USER_DATA = GOOD.replace(
            "token: \"canary-7f3a\"", "client-certificate-data: Y2FuYXJ5\n      client-key-data: Y2FuYXJ5");

    private static String kubeconfig(Chaos chaos) {
        return switch (chaos.below(6)) {
            case 0 -> chaos.json(6);
            case 1 -> new String(chaos.bytes(300), StandardCharsets.ISO_8859_1);
            case 2 -> chaos.mutate(USER_DATA);
            default -> chaos.mutate(GOOD);
        };
    }

    @Test
    @DisplayName("are read, or refused with the field's name and without a credential")
    void parse() {
        Fuzz.of("kubeconfigs of stores", KubeconfigFuzzTest::kubeconfig)
                .count(2_000)
                .first(GOOD, USER_DATA, "x".repeat(3 << 20), "x".repeat(1 << 20))
                .refusedBy(InvalidRequestException.class)
                .longestMessage(1_000)
                .neverSaying(text -> text.contains("      token: \"" + CANARY + "\"\n") ? CANARY : "")
                .everyMessage("names the field", (text, message) -> message.startsWith("spec.authRef"))
                .run(text -> {
                    Kubeconfig.parse("spec.authRef", SecretValue.of(text)).connection();
                    return List.of();
                });
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are refused soon when they nest, merge themselves, or tag what they hold")
    @ValueSource(strings = {"[", "{a: ", "? "})
    void deep(String open) {
        assertPlain(open.repeat(100_000));
        assertPlain("a: &a {<<: *a}");
        assertPlain("a: !!int \"" + "9".repeat(900_000) + "\"");
    }

    @Test
    @DisplayName("may have a token of a million digits, which is no number")
    void digits() {
        assertThatThrownBy(
                        () -> Kubeconfig.parse("authRef", SecretValue.of("current-context: " + "9".repeat(1_000_000))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no context for its current context");
    }

    @Test
    @DisplayName("are refused when they have an escape of no character")
    void escape() {
        for (String escape : new String[] {"\\x", "\\UFFFFFFFF"}) {
            assertThatThrownBy(() -> Kubeconfig.parse("authRef", SecretValue.of("a: \"" + escape + "\"")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasNoCause();
        }
    }

    @Test
    @DisplayName("do not have a name told in which a missing colon has put the token")
    void missingColon() {
        String text = GOOD.replace("token: \"canary-7f3a\"", "? token canary-7f3a");
        assertThatThrownBy(() -> Kubeconfig.parse("authRef", SecretValue.of(text)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("a member without a known name in its user")
                .hasMessageNotContaining("canary");
    }

    private static void assertPlain(String text) {
        assertThatThrownBy(() -> Kubeconfig.parse("authRef", SecretValue.of(text)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("with aliases, with tags, or nested deeper than");
    }
}
