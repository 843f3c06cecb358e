package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The training run for the class-data archive")
class TrainingCommandTest {
    @Test
    @DisplayName("comes to its end without a cluster and prints nothing; the help does not know it")
    void trains() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Main.run(List.of(TrainingCommand.NAME), stream, stream)).isZero();
        assertThat(out.size()).isZero();
        Main.run(List.of("help"), stream, stream);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(TrainingCommand.NAME);
    }
}
