package dev.eso4j.standalone;

import dev.eso4j.core.cluster.Nearest;
import dev.eso4j.standalone.logging.LogProvider;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The entry of the jar: without a command it is the operator, as the existing one is. */
public final class Main {
    private static final List<String> COMMANDS =
            List.of("operator", "local", "template", "crds", "explain", "version", "help");

    private static final Set<String> HAVE_FLAGS = Set.of("operator", "local", "template", "explain");

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        LogProvider.install();
        // Without it the JDK's HTTP server delays answers on kept connections by 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int code = run(List.of(args), System.out, System.err);
        System.exit(code);
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        String first = args.isEmpty() ? "operator" : args.get(0);
        List<String> rest = args.isEmpty() || first.startsWith("-") ? args : args.subList(1, args.size());
        try {
            if (first.startsWith("-")) {
                return switch (first) {
                    case "-h" -> help(out);
                    case "--version" -> version(out);
                    default -> OperatorCommand.run(rest, out);
                };
            }
            return switch (first) {
                case "operator" -> OperatorCommand.run(rest, out);
                case "local" -> LocalCommand.run(rest, out, err);
                case "template" -> TemplateCommand.run(rest, out, err);
                case "crds" -> CrdsCommand.run(rest, out);
                case "explain" -> ExplainCommand.run(rest, out);
                case "version" -> version(out);
                case "help" ->
                    rest.isEmpty() || !HAVE_FLAGS.contains(rest.get(0))
                            ? help(out)
                            : run(List.of(rest.get(0), "--help"), out, err);
                case TrainingCommand.NAME -> TrainingCommand.run();
                default -> throw unknown(first);
            };
        } catch (UsageException e) {
            err.println("Error: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (RuntimeException e) {
            err.println("Error: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
            return ExitCode.FAILURE;
        }
    }

    private static UsageException unknown(String command) {
        String near = Nearest.of(command, COMMANDS);
        return new UsageException("unknown command: " + command
                + (near.isEmpty() ? "; the commands are " + COMMANDS : "; did you mean " + near + "?"));
    }

    private static int version(PrintStream out) {
        out.println("eso4j " + Version.text());
        return ExitCode.DONE;
    }

    private static int help(PrintStream out) {
        Arrays.asList(
                        "eso4j: External Secrets for the JVM",
                        "",
                        "  eso operator FLAGS                   keep the Secrets of a cluster in step (the default)",
                        "  eso local DIR --output OUT FLAGS     do the same for a directory of manifests",
                        "  eso template FILE|NAME FLAGS         show what a template makes of values",
                        "  eso crds [NAME]                      print the CRDs",
                        "  eso explain [KIND[.path]]            tell what a kind or a field is for",
                        "  eso version                          print the version",
                        "  eso help [COMMAND]                   print this, or the flags of a command",
                        "",
                        "eso operator, local, template and explain show their flags with --help.")
                .forEach(out::println);
        return ExitCode.DONE;
    }
}
