package dev.eso4j.standalone;

import java.io.PrintStream;
import java.util.Comparator;

/** Prints the flags of a command. */
final class FlagHelp {
    private FlagHelp() {}

    static void print(FlagSet flags, PrintStream out) {
        int width = flags.all().stream().mapToInt(f -> f.name().length()).max().orElse(0);
        flags.all().stream().sorted(Comparator.comparing(FlagSet.Flag::name)).forEach(f -> {
            String standing = f.defaultValue().isEmpty() ? "" : " (default " + f.defaultValue() + ")";
            String effect = f.effective() ? "" : "accepted without effect: ";
            out.printf("  --%-" + width + "s  %s%s%s%n", f.name(), effect, f.help(), standing);
        });
    }
}
