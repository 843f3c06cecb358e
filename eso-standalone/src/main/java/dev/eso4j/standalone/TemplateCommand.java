package dev.eso4j.standalone;

import dev.eso4j.core.FetchFailedException;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.directory.PrivateFiles;
import dev.eso4j.core.render.InvalidTargetException;
import dev.eso4j.core.render.RenderException;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateSource;
import dev.eso4j.standalone.logging.OperatorLog;
import dev.eso4j.standalone.logging.TimeEncoding;
import dev.eso4j.standalone.render.Expectation;
import dev.eso4j.standalone.render.FailedEntryException;
import dev.eso4j.standalone.render.GivenValues;
import dev.eso4j.standalone.render.HiddenValues;
import dev.eso4j.standalone.render.InputFile;
import dev.eso4j.standalone.render.RenderFailure;
import dev.eso4j.standalone.render.Rendering;
import dev.eso4j.standalone.render.ShownResult;
import dev.eso4j.standalone.render.TemplateInput;
import dev.eso4j.standalone.render.TemplateReport;
import dev.eso4j.template.TemplateEngine;
import dev.eso4j.template.TemplateException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code eso template}: what the templates of a manifest, or of a text, make of values, without the operator. */
final class TemplateCommand implements AutoCloseable {
    private final FlagSet.Values flags;
    private final PrintStream out;
    private final PrintStream err;
    private final List<String> warnings = new ArrayList<>();
    private final TemplateCluster cluster;
    private final @Nullable Expectation expectation;

    private TemplateCommand(FlagSet.Values flags, PrintStream out, PrintStream err) {
        this.flags = flags;
        this.out = out;
        this.err = err;
        this.cluster = new TemplateCluster(flags);
        String expect = flags.text("expect");
        this.expectation = expect.isEmpty() ? null : Expectation.of(InputFile.read(expect));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        FlagSet known = TemplateFlags.all();
        FlagSet.Values flags = known.parse(args);
        if (flags.yes("help")) {
            out.println(
                    "eso template FILE|[NAMESPACE/]NAME: shows what the templates of an ExternalSecret, a PushSecret"
                            + " or a text make of values");
            FlagHelp.print(known, out);
            return ExitCode.DONE;
        }
        TemplateFlags.check(flags);
        String refusal = TemplateFlags.refusal(flags);
        if (!refusal.isEmpty()) {
            err.println("Error: " + refusal);
            return ExitCode.REFUSED;
        }
        OperatorLog.setUp(ch.qos.logback.classic.Level.WARN, OperatorLog.Format.TEXT, TimeEncoding.ISO8601, err);
        try (TemplateCommand command = new TemplateCommand(flags, out, err)) {
            return command.run();
        } catch (TemplateCluster.AbsentException | FetchFailedException e) {
            err.println("Error: " + e.getMessage());
            return ExitCode.CHECK_FAILED;
        } catch (ClusterException e) {
            err.println("Error: " + e.getMessage());
            return switch (e.reason()) {
                case FORBIDDEN, UNAUTHORIZED -> ExitCode.NOT_PERMITTED;
                default -> ExitCode.FAILURE;
            };
        }
    }

    private int run() {
        TemplateReport report = TemplateReport.begin();
        try (TemplateInput input = input()) {
            GivenValues values = new GivenValues();
            if (flags.yes("data-from-backend")) {
                values.add(cluster.fetched(input));
            }
            fromSecret(input, values);
            collect(values);
            HiddenValues hidden = values.hidden();
            try {
                Rendering rendering = input.render(templates(), values, hidden);
                report.rendered(input, rendering, hidden, TemplateFlags.revealed(flags));
                List<String> differences = differences(rendering, hidden);
                report.differs(differences);
                show(rendering, hidden, report);
                return compared(input, differences);
            } catch (RenderException e) {
                return failed(report, input, RenderFailure.of(input, e, values.isEmpty()), hidden);
            } catch (FailedEntryException e) {
                return failed(report, input, RenderFailure.of(input, e), hidden);
            } catch (InvalidTargetException e) {
                err.println("Error: " + input.title() + ": " + hidden.without(String.valueOf(e.getMessage())));
                return ExitCode.USAGE;
            }
        }
    }

    private List<String> differences(Rendering rendering, HiddenValues hidden) {
        return expectation == null ? List.of() : expectation.differences(rendering, hidden);
    }

    private int compared(TemplateInput input, List<String> differences) {
        if (expectation == null || differences.isEmpty()) {
            return ExitCode.DONE;
        }
        err.println("Error: " + input.title() + " does not come to what " + expectation.name()
                + " says; equal hashes are equal values, in this run only");
        differences.forEach(difference -> err.println("  " + difference));
        return ExitCode.CHECK_FAILED;
    }

    private int failed(TemplateReport report, TemplateInput input, RenderFailure failure, HiddenValues hidden) {
        failure.print(hidden, err);
        if (!flags.text("format").equals("text")) {
            report.failed(input, failure, hidden);
            out.print(report.text(flags.text("format"), warnings(hidden)));
        }
        return failure.phase() == TemplateException.Phase.PARSE ? ExitCode.USAGE : ExitCode.CHECK_FAILED;
    }

    private TemplateInput input() {
        String argument = TemplateFlags.argument(flags);
        boolean named = flags.isGiven("source-templated-object");
        TemplateInput input;
        if (TemplateFlags.live(flags)) {
            input = cluster.live(argument);
        } else {
            InputFile file = InputFile.read(argument);
            boolean manifest = !flags.yes("text") && (named || TemplateInput.isManifest(file));
            input = manifest
                    ? TemplateInput.ofManifest(file, flags.text("namespace"), flags.text("name"), flags.text("kind"))
                    : TemplateInput.ofText(file, flags.text("namespace"));
        }
        flags.texts("template-from").forEach(name -> input.templates(InputFile.read(name)));
        flags.texts("template-from-config-map")
                .forEach(name -> input.templatesOfAnyName(InputFile.read(name), TemplateSource.Kind.CONFIG_MAP));
        flags.texts("template-from-secret")
                .forEach(name -> input.templatesOfAnyName(InputFile.read(name), TemplateSource.Kind.SECRET));
        return input;
    }

    private void fromSecret(TemplateInput input, GivenValues values) {
        String from = flags.text("from-secret");
        if (from.isEmpty()) {
            return;
        }
        if (TemplateFlags.isFile(from)) {
            values.secret(InputFile.read(from));
            return;
        }
        int slash = from.indexOf('/');
        String namespace = slash < 0 ? input.namespace() : from.substring(0, slash);
        String name = from.substring(slash + 1);
        if (namespace.isEmpty() || name.isEmpty() || name.indexOf('/') >= 0) {
            throw new UsageException("--from-secret=" + from + " is no file, and no [NAMESPACE/]NAME of a Secret");
        }
        input.cluster(cluster.connect());
        values.add(cluster.secret(namespace, name));
    }

    private void collect(GivenValues values) {
        flags.texts("source-secret-data-file").forEach(name -> values.base64(InputFile.read(name)));
        flags.texts("data-from").forEach(values::answer);
        flags.texts("values").forEach(values::add);
        flags.texts("values-from-env").forEach(given -> values.environment(given, System::getenv));
    }

    private TargetTemplates templates() {
        String left = flags.text("template-left-delimiter");
        return new TargetTemplates(
                left,
                () -> TemplateEngine.builder()
                        .delimiters(left, flags.text("template-right-delimiter"))
                        .warnings(warnings::add)
                        .build());
    }

    private List<String> warnings(HiddenValues hidden) {
        return warnings.stream().map(hidden::without).distinct().toList();
    }

    private void show(Rendering rendering, HiddenValues hidden, TemplateReport report) {
        warnings(hidden).forEach(warning -> err.println("Warning: " + warning));
        byte[] shown = flags.text("format").equals("text")
                ? ShownResult.of(rendering, hidden, TemplateFlags.revealed(flags))
                : report.text(flags.text("format"), warnings(hidden)).getBytes(StandardCharsets.UTF_8);
        String output = flags.text("output");
        if (output.isEmpty()) {
            out.write(shown, 0, shown.length);
            out.flush();
            return;
        }
        try {
            PrivateFiles.replace(Path.of(output), shown);
        } catch (IOException e) {
            throw new IllegalStateException(output + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
