package dev.eso4j.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A hostile template")
class HostileTemplatesTest {
    /** Far above what they take, which is printed: it only tells one that gave up from one that hangs. */
    private static final long GIVE_UP_MILLIS = 10_000;

    @Test
    @DisplayName("ends with an error, in a virtual machine of 64 MB with the operator's settings")
    void allAreRefused(@TempDir Path directory) throws Exception {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path")
                                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                        HostileTemplates.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        lines.forEach(line -> System.out.println("hostile " + line));

        assertThat(ended).isTrue();
        assertThat(lines).hasSameSizeAs(HostileTemplates.all().keySet());
        assertThat(lines).allSatisfy(line -> {
            String[] columns = line.split("\t", 5);
            assertThat(Long.parseLong(columns[0])).as(line).isLessThan(GIVE_UP_MILLIS);
            if (!HostileTemplates.mayEndWell().contains(columns[3])) {
                assertThat(columns[4]).as(line).startsWith("refused ");
            }
        });
    }
}
