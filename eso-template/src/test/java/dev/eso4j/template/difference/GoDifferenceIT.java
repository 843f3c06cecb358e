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
import org.jspecify.annotations.Nullable;
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
        List<String> failures = new ArrayList<>();
        List<byte @Nullable []> outputs = new ArrayList<>();
        Map<String, String> data = new RandomPrograms(0).data();
        int limited = 0;
        int rendered = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            String template = new RandomPrograms(SEED * 1_000_003 + i).program();
            String failure = "";
            byte[] output = null;
            try {
                output = TemplateEngine.standard().parse("k", template).execute(data);
                rendered++;
            } catch (TemplateException e) {
                failure = e.getMessage();
            }
            // Go knows no such limits; a dict that holds itself even ends its process when it is printed.
            if (failure.contains("it would take ") || failure.contains("nested deeper than")) {
                limited++;
                continue;
            }
            templates.add(template);
            failures.add(failure);
            outputs.add(output);
        }
        List<JsonNode> answers = answers(program, templates, data);
        assertThat(answers).hasSameSizeAs(templates);

        List<String> differences = new ArrayList<>();
        int beyond = 0;
        for (int i = 0; i < answers.size(); i++) {
            JsonNode go = answers.get(i);
            byte[] output = outputs.get(i);
            if (output == null ? go.has("error") : Arrays.equals(output, output(go))) {
                continue;
            }
            // Go reads on behind the end of a list into whatever its array has room for; here that is out of bounds.
            if (failures.get(i).contains("slice index out of bounds")) {
                beyond++;
                continue;
            }
            differences.add("template " + templates.get(i) + "\n  go   " + shown(go) + "\n  here "
                    + (output == null ? "error " + failures.get(i) : new String(output, StandardCharsets.UTF_8)));
        }
        System.out.printf(
                "difference: %d programs from seed %d, %d rendered, %d stopped by a limit, %d behind the end of a list, %d differ%n",
                PROGRAMS, SEED, rendered, limited, beyond, differences.size());
        differences.stream().limit(30).forEach(System.out::println);

        assertThat(rendered).isGreaterThan(PROGRAMS / 5);
        assertThat(limited + beyond).isLessThan(PROGRAMS / 100);
        assertThat(differences).isEmpty();
    }

    private static byte @Nullable [] output(JsonNode go) {
        return go.has("error")
                ? null
                : Base64.getDecoder().decode(go.path("output").asText());
    }

    private static String shown(JsonNode go) {
        byte[] output = output(go);
        return output == null ? "error " + go.path("error").asText() : new String(output, StandardCharsets.UTF_8);
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
