package dev.eso4j.template.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.template.TemplateEngine;
import dev.eso4j.template.TemplateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renders random programs here and with Go's own engine and the published sprig module.
 *
 * <p>{@code -Deso.difference.programs=1000000} for a longer run, {@code -Deso.difference.seed=7} for another beginning; both are printed.
 */
@DisplayName("A random program")
class GoDifferenceIT {
    private static final int PROGRAMS = Integer.getInteger("eso.difference.programs", 20_000);
    private static final long SEED = Long.getLong("eso.difference.seed", 1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    @DisplayName("renders to the same bytes as with Go, or fails in both")
    void same() throws Exception {
        Path program = built();
        if (program == null) {
            System.out.println("SKIPPED: no Go toolchain or no modules to compare templates with");
        }
        assumeThat(program).isNotNull();
        List<String> templates = new ArrayList<>();
        Map<String, String> data = new RandomPrograms(0).data();
        for (int i = 0; i < PROGRAMS; i++) {
            templates.add(new RandomPrograms(SEED * 1_000_003 + i).program());
        }
        List<JsonNode> answers = answers(program, templates, data);
        assertThat(answers).hasSize(PROGRAMS);

        List<String> differences = new ArrayList<>();
        int rendered = 0;
        int refused = 0;
        int beyond = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            JsonNode go = answers.get(i);
            String difference;
            try {
                byte[] output =
                        TemplateEngine.standard().parse("k", templates.get(i)).execute(data);
                rendered++;
                difference = go.has("output")
                                && Arrays.equals(
                                        output,
                                        Base64.getDecoder()
                                                .decode(go.path("output").asText()))
                        ? null
                        : new String(output, StandardCharsets.UTF_8);
            } catch (TemplateException e) {
                boolean limit =
                        e.reason().contains("it would take ") || e.reason().contains("nested deeper than");
                refused += limit ? 1 : 0;
                // Go reads on behind the end of a list into whatever its array has room for; here that is out of
                // bounds.
                boolean spare = e.reason().contains("slice index out of bounds") && !go.has("error");
                beyond += spare ? 1 : 0;
                difference = go.has("error") || limit || spare ? null : "error " + e.getMessage();
            }
            if (difference != null) {
                differences.add("program " + i + "\n  template " + templates.get(i) + "\n  go   " + shown(go)
                        + "\n  here " + difference);
            }
        }
        System.out.printf(
                "difference: %d programs from seed %d, %d rendered, %d stopped by a limit, %d behind the end of a list, %d differ%n",
                PROGRAMS, SEED, rendered, refused, beyond, differences.size());
        differences.stream().limit(30).forEach(System.out::println);

        assertThat(rendered).isGreaterThan(PROGRAMS / 5);
        assertThat(refused + beyond).isLessThan(PROGRAMS / 100);
        assertThat(differences).isEmpty();
    }

    private static String shown(JsonNode go) {
        return go.has("error")
                ? "error " + go.path("error").asText()
                : new String(Base64.getDecoder().decode(go.path("output").asText()), StandardCharsets.UTF_8);
    }

    private Path built() throws IOException, InterruptedException {
        Path program = directory.resolve("difference");
        try {
            Process build = new ProcessBuilder("go", "build", "-o", program.toString(), ".")
                    .directory(Path.of("src/test/go").toFile())
                    .inheritIO()
                    .start();
            return build.waitFor(5, TimeUnit.MINUTES) && build.exitValue() == 0 ? program : null;
        } catch (IOException e) {
            return null;
        }
    }

    private List<JsonNode> answers(Path program, List<String> templates, Map<String, String> data) throws Exception {
        Path in = directory.resolve("in");
        Path out = directory.resolve("out");
        List<String> lines = new ArrayList<>();
        for (String template : templates) {
            lines.add(JSON.writeValueAsString(Map.of("template", template, "data", data)));
        }
        Files.write(in, lines);
        Process process = new ProcessBuilder(program.toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }
}
