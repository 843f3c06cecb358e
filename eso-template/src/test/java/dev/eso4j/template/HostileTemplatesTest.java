package dev.eso4j.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
        List<String> lines =
                OwnJvm.run(HostileTemplates.class, directory, "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        lines.forEach(line -> System.out.println("hostile " + line));

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
