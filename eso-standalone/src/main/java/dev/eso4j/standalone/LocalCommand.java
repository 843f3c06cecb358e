package dev.eso4j.standalone;

import java.io.PrintStream;
import java.util.List;

/** {@code eso local}: a directory of manifests is the cluster. */
final class LocalCommand {
    private LocalCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err) {
        throw new UsageException("eso local is not built yet");
    }
}
