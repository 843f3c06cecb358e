package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, because a class that a test before has loaded would not be loaded again. */
@DisplayName("What templates need is loaded by the first one that needs it")
class LazyTemplatesTest {
    private static final String ENGINE = "dev.eso4j.template.";
    private static final String CRYPTOGRAPHY = "org.bouncycastle.";

    @TempDir
    private Path dir;

    private List<String> loaded(String template) throws IOException, InterruptedException {
        Path in = Files.createDirectory(dir.resolve("in"));
        Files.writeString(in.resolve("all.yaml"), """
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: shop}
                spec: {provider: {fake: {data: [{key: a, value: b}]}}}
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: app, namespace: shop}
                spec:
                  secretStoreRef: {name: store}
                  target: {template: {data: {k: '%s'}}}
                  data: [{secretKey: one, remoteRef: {key: a}}]
                """.formatted(template));
        Path log = dir.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "local",
                        in.toString(),
                        "--output",
                        dir.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("printed").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(dir.resolve("printed")))
                .isZero();
        List<String> classes = Files.readAllLines(log);
        assertThat(classes.stream().filter(line -> line.contains("dev.eso4j.core.render.TargetRenderer ")))
                .hasSize(1);
        // The verifier loads the types of exceptions that are caught.
        return classes.stream()
                .filter(line -> line.contains(ENGINE) && !line.contains("Exception ") || line.contains(CRYPTOGRAPHY))
                .toList();
    }

    @Test
    @DisplayName("neither engine nor cryptography without a template")
    void none() throws IOException, InterruptedException {
        assertThat(loaded("plain text")).isEmpty();
    }

    @Test
    @DisplayName("the engine, and no cryptography, for a template that needs none")
    void engine() throws IOException, InterruptedException {
        assertThat(loaded("{{ .one | upper | b64enc }}"))
                .anyMatch(line -> line.contains(ENGINE + "TemplateEngine "))
                .noneMatch(line -> line.contains(CRYPTOGRAPHY));
    }
}
