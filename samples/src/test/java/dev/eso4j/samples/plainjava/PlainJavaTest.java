package dev.eso4j.samples.plainjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plain Java sample")
class PlainJavaTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    @DisplayName("gets the password that its manifests ask for")
    void runs() {
        assertThat(PlainJava.database()).isEqualTo(Map.of("password", SecretValue.of("s3cret")));
    }

    @Test
    @DisplayName("is what the README shows")
    void readmeShowsIt() throws IOException {
        String source =
                Files.readString(ROOT.resolve("samples/src/main/java/dev/eso4j/samples/plainjava/PlainJava.java"));
        String snippet = source.substring(
                        source.indexOf("// README: begin\n") + "// README: begin\n".length(),
                        source.indexOf("            // README: end"))
                .lines()
                .map(line -> line.startsWith("        ") ? line.substring(8) : line)
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains(snippet);
    }
}
