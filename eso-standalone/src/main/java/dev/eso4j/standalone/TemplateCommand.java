package dev.eso4j.standalone;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.KubernetesClusterBuilder;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.directory.PrivateFiles;
import dev.eso4j.core.render.InvalidTargetException;
import dev.eso4j.core.render.RenderException;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.render.TemplateSource;
import dev.eso4j.standalone.logging.OperatorLog;
import dev.eso4j.standalone.logging.TimeEncoding;
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
import java.nio.file.Files;
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
    private @Nullable KubernetesCluster connected;

    private TemplateCommand(FlagSet.Values flags, PrintStream out, PrintStream err) {
        this.flags = flags;
        this.out = out;
        this.err = err;
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        FlagSet known = TemplateFlags.all();
        FlagSet.Values flags = known.parse(args);
        if (flags.yes("help")) {
            out.println(
                    "eso template FILE: shows what the templates of an ExternalSecret, a PushSecret or a text make of"
                            + " values");
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
            if (!fetch(input, values)) {
                return ExitCode.CHECK_FAILED;
            }
            collect(values);
            HiddenValues hidden = new HiddenValues(values.all());
            try {
                Rendering rendering = input.render(templates(), values.all());
                report.rendered(input, rendering, hidden, TemplateFlags.revealed(flags));
                show(rendering, hidden, report);
                return ExitCode.DONE;
            } catch (RenderException e) {
                RenderFailure failure = RenderFailure.of(input, e, values.all().isEmpty());
                failure.print(hidden, err);
                return failed(report, input, failure, hidden);
            } catch (InvalidTargetException e) {
                err.println("Error: " + input.title() + ": " + hidden.without(String.valueOf(e.getMessage())));
                return ExitCode.USAGE;
            }
        }
    }

    private int failed(TemplateReport report, TemplateInput input, RenderFailure failure, HiddenValues hidden) {
        if (!flags.text("format").equals("text")) {
            report.failed(input, failure, hidden);
            out.print(report.text(flags.text("format"), warnings(hidden)));
        }
        return failure.phase() == TemplateException.Phase.PARSE ? ExitCode.USAGE : ExitCode.CHECK_FAILED;
    }

    private TemplateInput input() {
        boolean named = flags.isGiven("source-templated-object");
        InputFile file = InputFile.read(
                named ? flags.text("source-templated-object") : flags.rest().get(0));
        String namespace = flags.text("namespace");
        boolean manifest = !flags.yes("text") && (named || TemplateInput.isManifest(file));
        TemplateInput input = manifest
                ? TemplateInput.ofManifest(file, namespace, flags.text("name"))
                : TemplateInput.ofText(file, namespace);
        flags.texts("template-from").forEach(name -> input.templates(InputFile.read(name)));
        flags.texts("template-from-config-map")
                .forEach(name -> input.templatesOfAnyName(InputFile.read(name), TemplateSource.Kind.CONFIG_MAP));
        flags.texts("template-from-secret")
                .forEach(name -> input.templatesOfAnyName(InputFile.read(name), TemplateSource.Kind.SECRET));
        return input;
    }

    /** Takes the values of {@code --from-secret}; returns false, having said so, if there is no such Secret. */
    private boolean fetch(TemplateInput input, GivenValues values) {
        String from = flags.text("from-secret");
        if (from.isEmpty()) {
            return true;
        }
        if (from.equals(InputFile.STANDARD)
                || from.matches(".*\\.(ya?ml|json)")
                || Files.isRegularFile(Path.of(from))) {
            values.secret(InputFile.read(from));
            return true;
        }
        int slash = from.indexOf('/');
        String namespace = slash < 0 ? input.namespace() : from.substring(0, slash);
        String name = from.substring(slash + 1);
        if (namespace.isEmpty() || name.isEmpty() || name.indexOf('/') >= 0) {
            throw new UsageException("--from-secret=" + from + " is no file, and no [NAMESPACE/]NAME of a Secret");
        }
        Cluster cluster = connect();
        input.cluster(cluster);
        var secret = cluster.get(ResourceType.SECRETS, namespace, name).map(KubeSecret::data);
        if (secret.isEmpty()) {
            err.println("Error: there is no Secret " + namespace + "/" + name
                    + " in the cluster; correct --from-secret, or choose another cluster by --kubeconfig");
            return false;
        }
        values.add(secret.get());
        return true;
    }

    private Cluster connect() {
        KubernetesClusterBuilder builder = KubernetesCluster.builder();
        if (!flags.text("kubeconfig").isEmpty()) {
            builder.kubeconfig(Path.of(flags.text("kubeconfig")));
        }
        KubernetesCluster cluster = builder.build();
        connected = cluster;
        return cluster;
    }

    private void collect(GivenValues values) {
        flags.texts("source-secret-data-file").forEach(name -> values.base64(InputFile.read(name)));
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
        KubernetesCluster cluster = connected;
        if (cluster != null) {
            cluster.close();
        }
    }
}
