package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Kubeconfigs under fuzzing")
class KubeconfigFuzzTest {
    private static final String CANARY = "canary-7f3a";
    private static final String GOOD = """
            apiVersion: v1
            kind: Config
            current-context: here
            contexts:
              - name: here
                context: {cluster: c, user: u, namespace: n}
            clusters:
              - name: c
                cluster: {server: "https://127.0.0.1:6443", certificate-authority-data: "AAEC", proxy-url: "http://p:1"}
            users:
              - name: u
                user:
                  token: "canary-7f3a"
                  tokenFile: token
                  as: somebody
                  as-groups: [a, b]
            """;

    private static String kubeconfig(Chaos chaos) {
        return switch (chaos.below(5)) {
            case 0 -> chaos.json(6);
            case 1 -> new String(chaos.bytes(300), StandardCharsets.ISO_8859_1);
            default -> chaos.mutate(GOOD);
        };
    }

    @Test
    @DisplayName("that name a file by what cannot be a path are refused")
    void impossiblePath() {
        assertThatThrownBy(() ->
                        Kubeconfig.read(GOOD.replace("tokenFile: token", "tokenFile: \"a\\0b\""), Path.of("config")))
                .isInstanceOf(ClusterException.class)
                .hasMessage("the kubeconfig names a file by \"a\ufffdb\", which cannot be a path");
    }

    @Test
    @DisplayName("are read, or refused by name and without a credential")
    void read() {
        Fuzz.of("kubeconfigs", KubeconfigFuzzTest::kubeconfig)
                .count(2_000)
                .first(
                        GOOD,
                        "[".repeat(100_000),
                        "{\"a\":".repeat(100_000),
                        "a: &a [*a]\n",
                        "current-context: " + "9".repeat(1_000_000) + "\n",
                        "{\"current-context\":" + "9".repeat(1_000_000) + "}",
                        "x".repeat(20 << 20),
                        "current-context: \"" + "x".repeat(1_000_000) + "\"\n")
                .refusedBy(ClusterException.class)
                .longestMessage(2_000)
                .neverSaying(text -> text.contains("      token: \"" + CANARY + "\"\n") ? CANARY : "")
                .everyMessage("names the kubeconfig", (text, message) -> message.contains("the kubeconfig"))
                .run(text -> {
                    Kubeconfig.read(text, Path.of("config"));
                    return List.of();
                });
    }
}
