package dev.eso4j.standalone;

import dev.eso4j.api.Crds;
import java.io.PrintStream;
import java.util.List;

/** {@code eso crds}: prints the CRDs, all of them or those named. */
final class CrdsCommand {
    private CrdsCommand() {}

    static int run(List<String> args, PrintStream out) {
        if (args.isEmpty()) {
            out.print(Crds.all());
            return ExitCode.DONE;
        }
        for (String name : args) {
            if (!Crds.names().contains(name)) {
                String near = dev.eso4j.core.cluster.Nearest.of(name, Crds.names());
                throw new UsageException("there is no CRD " + name
                        + (near.isEmpty() ? "; there are " + Crds.names() : "; did you mean " + near + "?"));
            }
            out.print(Crds.yaml(name));
        }
        return ExitCode.DONE;
    }
}
