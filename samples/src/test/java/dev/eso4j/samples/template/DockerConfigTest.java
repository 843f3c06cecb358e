package dev.eso4j.samples.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The template sample")
class DockerConfigTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    @DisplayName("renders the configuration of a registry")
    void rendered() {
        assertThat(new String(DockerConfig.rendered(), UTF_8))
                .isEqualTo("{\"auths\":{\"registry.example\":{\"auth\":\"YWRhOnMzY3JldA==\"}}}");
    }

    @Test
    @DisplayName("says on which line a template is wrong, and why")
    void mistake() {
        assertThat(DockerConfig.mistake("a\n{{ .user }}")).isEqualTo("line 2: map has no entry for key \"user\"");
        assertThat(DockerConfig.mistake("a")).isEmpty();
    }

    @Test
    @DisplayName("is what the README shows")
    void readmeShowsIt() throws IOException {
        String source =
                Files.readString(ROOT.resolve("samples/src/main/java/dev/eso4j/samples/template/DockerConfig.java"));
        String snippet = source.substring(
                        source.indexOf("// README: begin\n") + "// README: begin\n".length(),
                        source.indexOf("        // README: end"))
                .lines()
                .map(line -> line.startsWith("        ") ? line.substring(8) : line)
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains(snippet);
    }
}
