package dev.eso4j.standalone;

import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command line under fuzzing")
class FlagSetFuzzTest {
    private static final List<String> WORDS = List.of(
            "operator",
            "local",
            "crds",
            "version",
            "help",
            "--help",
            "-h",
            "--version",
            "--",
            "-",
            "---",
            "=",
            "--=",
            "--=x",
            "--concurrent",
            "--concurrent=1",
            "--concurrent=99999999999",
            "--concurrent=-1",
            "--concurrent=٣",
            "--loglevel=debug",
            "--loglevel=",
            "--enable-leader-election=maybe",
            "--store-requeue-interval=5m",
            "--store-requeue-interval=1x",
            "--output",
            "--format=files",
            "--once",
            "--watch=false",
            "-once",
            "--namespace=",
            "--kubeconfig=/nowhere",
            "\u0000");

    private static List<String> args(Chaos chaos) {
        List<String> args = new ArrayList<>();
        for (int i = chaos.below(6); i > 0; i--) {
            args.add(chaos.chance(80) ? chaos.pick(WORDS) : chaos.chance(50) ? "--" + chaos.text() : chaos.text());
        }
        return args;
    }

    private static Fuzz<List<String>> fuzz(String name) {
        return Fuzz.of(name, FlagSetFuzzTest::args)
                .count(4_000)
                .first(
                        List.of("--" + "x".repeat(1_000_000)),
                        List.of("--concurrent=" + "9".repeat(1_000_000)),
                        List.of("--store-requeue-interval=" + "1h".repeat(500_000)),
                        List.of("x".repeat(1_000_000)),
                        List.of("--loglevel=" + "x".repeat(1_000_000)))
                .longestMessage(2_000);
    }

    @Test
    @DisplayName("is read, or refused with the flag's name")
    void flags() {
        fuzz("flags").refusedBy(UsageException.class).run(args -> {
            FlagSet.Values values = OperatorFlags.all().parse(args);
            for (FlagSet.Flag flag : OperatorFlags.all().all()) {
                switch (flag.type()) {
                    case INT -> values.number(flag.name());
                    case DURATION -> values.duration(flag.name());
                    case BOOL -> values.yes(flag.name());
                    default -> values.text(flag.name());
                }
            }
            return List.of();
        });
    }

    @Test
    @DisplayName("gives an exit code and a message for every mistake, and never a stack trace")
    void commands() {
        fuzz("commands").run(args -> {
            List<String> given = new ArrayList<>(args);
            // Neither the operator nor local mode must really begin.
            given.add(0, args.isEmpty() || !args.get(0).equals("local") ? "crds" : "local");
            Console console = Console.run(given.toArray(new String[0]));
            return console.code() == ExitCode.DONE ? List.of() : List.of(console.err());
        });
    }
}
