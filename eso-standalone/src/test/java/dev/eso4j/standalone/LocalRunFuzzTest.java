package dev.eso4j.standalone;

import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run of local mode under fuzzing")
class LocalRunFuzzTest {
    private static final String CANARY = "canary-7f3a";
    private static final String VALUE =
            "        - {key: db, value: '{\"user\":\"svc\",\"list\":[{\"p\":\"canary-7f3a\"}]}'}\n";
    private static final String STORE = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: store, namespace: shop}
            spec:
              provider:
                fake:
                  data:
            """.replace("          data:", "      data:") + VALUE;
    private static final String EXTERNAL_SECRET = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: app, namespace: shop}
            spec:
              secretStoreRef: {name: store}
              data:
                - {secretKey: user, remoteRef: {key: db, property: %s}}
              dataFrom:
                - extract: {key: db, conversionStrategy: Unicode}
                  rewrite: [{regexp: {source: "%s", target: "x_$1"}}]
                - find: {name: {regexp: "%s"}}
            """;
    private static final List<String> PATHS = List.of(
            "user", "list.0.p", "list.#.p", "@pretty", "\"list.#(p%\\\"c*\\\").p\"", "'..#'", "\"user\\\\\"", "~");
    private static final List<String> SOURCES = List.of("(.*)", "^u", "(a{1000}){1000}", "[", "(?i)USER|list", "");

    @TempDir
    Path dir;

    private static String manifests(Chaos chaos) {
        String externalSecret = EXTERNAL_SECRET.formatted(chaos.pick(PATHS), chaos.pick(SOURCES), chaos.pick(SOURCES));
        return STORE + "---\n" + (chaos.chance(60) ? chaos.mutate(externalSecret) : externalSecret);
    }

    @Test
    @DisplayName("ends with an exit code and messages, and shows neither a value nor a stack trace")
    void run() throws Exception {
        Path manifests = Files.createDirectory(dir.resolve("manifests"));
        Path output = dir.resolve("out");
        Fuzz.of("runs of local mode", LocalRunFuzzTest::manifests)
                .count(250)
                .first(STORE + "---\n" + EXTERNAL_SECRET.formatted("user", "(.*)", "^d"))
                .longestMessage(60_000)
                .everyMessage("is about a mistake", (text, message) -> !message.contains("defect of eso4j"))
                .neverSaying(text -> text.contains(VALUE) ? CANARY : "")
                .run(text -> {
                    Files.write(manifests.resolve("all.yaml"), text.getBytes(StandardCharsets.UTF_8));
                    Console console = Console.run(
                            "local", manifests.toString(), "--output", output.toString(), "--loglevel", "debug");
                    if (console.all().contains("\tat ") || console.out().contains(CANARY)) {
                        throw new IllegalStateException(console.all());
                    }
                    return console.code() == ExitCode.DONE ? List.of() : List.of(console.err());
                });
    }
}
