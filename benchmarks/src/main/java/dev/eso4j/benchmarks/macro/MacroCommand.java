package dev.eso4j.benchmarks.macro;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a scenario several times and prints one line of JSON for each run, and the medians at the end. */
@Command(
        name = "bench macro",
        description = "Measures the operator as a process on a real control plane.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MacroCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    @Parameters(description = "cold, steady, fresh or restart.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Scenario scenario;

    @Option(names = "--n", description = "ExternalSecrets before the start; 5000, and 2000 for steady.")
    private @Nullable Integer n;

    @Option(names = "--runs", description = "Runs of each; ${DEFAULT-VALUE}.")
    private int runs = 3;

    @Option(
            names = "--interval",
            description = "Refresh interval in seconds; cold 3600, steady 30, fresh and restart 60.")
    private @Nullable Integer interval;

    @Option(names = "--seconds", description = "How long to measure (steady, fresh, restart); 60.")
    private @Nullable Integer seconds;

    @Option(
            names = "--idle-seconds",
            description = "How long to wait for the memory when idle (cold); ${DEFAULT-VALUE}.")
    private int idle = 10;

    @Option(names = "--threads", description = "Connections of the floor and of the load; ${DEFAULT-VALUE}.")
    private int threads = 16;

    @Option(names = "--timeout", description = "Seconds after which a run is given up; ${DEFAULT-VALUE}.")
    private int timeout = 400;

    @Option(names = "--no-floor", description = "Leaves the floor out (cold).")
    private boolean noFloor;

    @Option(
            names = "--operator",
            split = " ",
            description = "The operator's command line, split at blanks; ${DEFAULT-VALUE}.")
    private List<String> operator = List.of("bin/eso", "operator");

    MacroCommand(PrintStream out) {
        this.out = out;
    }

    /** Ends with 0, with 1 when a run failed, and with 2 on a wrong command line. */
    public static void main(String[] args) {
        System.exit(run(System.out, args));
    }

    static int run(PrintStream out, String... args) {
        return new CommandLine(new MacroCommand(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Map<String, Object>> results = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            MacroOptions options = options();
            if (scenario == Scenario.COLD && !noFloor) {
                print(results, new MacroRun(scenario, options).floor());
            }
            print(results, new MacroRun(scenario, options).operator());
            Files.delete(options.log());
        }
        out.println();
        out.print(new Medians(results).table());
        out.flush();
        return 0;
    }

    private MacroOptions options() throws IOException {
        return new MacroOptions(
                n == null ? scenario.n : n,
                threads,
                Duration.ofSeconds(interval == null ? scenario.intervalSeconds : interval),
                Duration.ofSeconds(seconds == null ? scenario.windowSeconds : seconds),
                Duration.ofSeconds(idle),
                Duration.ofSeconds(timeout),
                operator,
                Files.createTempFile("eso4j-bench-operator-", ".log"));
    }

    private void print(List<Map<String, Object>> results, Map<String, Object> figures) throws IOException {
        results.add(figures);
        out.println(JSON.writeValueAsString(figures));
        out.flush();
    }
}
