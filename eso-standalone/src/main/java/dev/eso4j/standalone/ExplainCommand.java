package dev.eso4j.standalone;

import static dev.eso4j.standalone.FlagSet.Type.BOOL;
import static dev.eso4j.standalone.FlagSet.Type.STRING;

import java.io.PrintStream;
import java.util.List;

/** {@code eso explain}: what a kind or one of its fields means, out of the CRDs in the jar. */
final class ExplainCommand {
    private ExplainCommand() {}

    static int run(List<String> args, PrintStream out) {
        FlagSet flags = new FlagSet()
                .add("recursive", BOOL, "false", "print the names of all fields below, as a tree")
                .add("output", STRING, "text", "text, or json for the schema as it stands in the CRD")
                .add("help", BOOL, "false", "show the flags");
        FlagSet.Values values = flags.parse(args);
        if (values.yes("help")) {
            out.println("eso explain KIND[.path]: tells what a kind or a field is for, without a cluster");
            FlagHelp.print(flags, out);
            return ExitCode.DONE;
        }
        if (!List.of("text", "json").contains(values.text("output"))) {
            throw new UsageException("--output=" + values.text("output") + " does not exist; use text or json");
        }
        if (values.rest().size() > 1) {
            throw new UsageException("unexpected argument: " + values.rest().get(1)
                    + "; eso explain takes one kind or field, such as externalsecret.spec.target");
        }
        if (values.rest().isEmpty()) {
            ExplainText.kinds(ExplainedKind.all(), out);
            return ExitCode.DONE;
        }
        ExplainedField field = ExplainedField.find(values.rest().get(0));
        if (values.text("output").equals("json")) {
            out.println(field.schema().toPrettyString());
        } else if (values.yes("recursive")) {
            ExplainText.tree(field, out);
        } else {
            ExplainText.field(field, out);
        }
        return ExitCode.DONE;
    }
}
