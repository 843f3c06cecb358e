package dev.eso4j.benchmarks.macro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.testkit.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The benchmark of the whole operator")
class MacroColdIT {
    private static final int N = 25;

    @Test
    @DisplayName("syncs all, counts two writes for each and prints the floor beside the operator")
    void cold() throws IOException {
        Assumptions.assumeTrue(TestServers.kube().isPresent(), "the test servers are not installed");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Path.of("../eso-standalone/target/eso-standalone.jar")
                .toRealPath()
                .toString();
        int exit = MacroCommand.run(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                "cold",
                "--n=" + N,
                "--runs=1",
                "--idle-seconds=0",
                "--timeout=60",
                "--operator=" + java + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar " + jar + " operator");
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(printed).isZero();
        List<String> lines = printed.lines().toList();
        JsonNode floor = new ObjectMapper().readTree(lines.get(0));
        JsonNode operator = new ObjectMapper().readTree(lines.get(1));
        assertThat(floor.path("who").asText()).isEqualTo("floor");
        assertThat(operator.path("who").asText()).isEqualTo("operator");
        for (JsonNode run : List.of(floor, operator)) {
            assertThat(run.at("/requests/POST secrets").asInt()).as(printed).isEqualTo(N);
            assertThat(run.at("/requests/PATCH externalsecrets~1status").asInt())
                    .as(printed)
                    .isEqualTo(N);
        }
        assertThat(operator.path("cpu_ms_each").asDouble()).isPositive();
        assertThat(printed).contains("seconds ÷ floor", "writes_each", "first_ready_s");
    }
}
