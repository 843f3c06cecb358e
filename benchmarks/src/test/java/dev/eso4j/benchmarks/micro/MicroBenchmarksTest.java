package dev.eso4j.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

@DisplayName("The benchmarks of single parts")
class MicroBenchmarksTest {
    @Test
    @DisplayName("all run, and find what they expect")
    void each() throws RunnerException {
        System.setProperty("jmh.ignoreLock", "true"); // Nothing is measured, so another run is in nobody's way.
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .mode(Mode.SingleShotTime)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .timeout(TimeValue.seconds(60))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        List<String> names =
                results.stream().map(r -> r.getParams().getBenchmark()).toList();
        assertThat(names.stream().map(n -> n.replaceAll(".*\\.(\\w+)Benchmark\\.(\\w+)", "$1.$2")))
                .containsExactlyInAnyOrder(
                        "WorkQueue.alone",
                        "WorkQueue.eightThreads",
                        "HashAndPlan.ofData",
                        "HashAndPlan.ofMetadata",
                        "HashAndPlan.create",
                        "HashAndPlan.unchanged",
                        "Fetch.called",
                        "Fetch.shared",
                        "List.externalSecrets",
                        "List.secretDigests",
                        "Model.readExternalSecrets",
                        "Model.writeExternalSecret",
                        "Model.readStore",
                        "SyncPass.notDue",
                        "SyncPass.unchanged",
                        "SyncPass.allDue",
                        "SyncPass.allChanged",
                        "Template.render",
                        "Template.render",
                        "Template.render");
    }
}
