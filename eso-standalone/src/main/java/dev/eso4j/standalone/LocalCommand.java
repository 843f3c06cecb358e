package dev.eso4j.standalone;

import static dev.eso4j.standalone.FlagSet.Type.BOOL;
import static dev.eso4j.standalone.FlagSet.Type.DURATION;
import static dev.eso4j.standalone.FlagSet.Type.INT;
import static dev.eso4j.standalone.FlagSet.Type.STRING;

import dev.eso4j.api.clusterexternalsecret.ClusterExternalSecret;
import dev.eso4j.api.generator.GeneratorState;
import dev.eso4j.api.pushsecret.ClusterPushSecret;
import dev.eso4j.api.pushsecret.PushSecret;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.SyncReport;
import dev.eso4j.core.TargetResult;
import dev.eso4j.core.cluster.ManifestProblem;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.directory.LocalDirectory;
import dev.eso4j.core.directory.LocalDirectoryBuilder;
import dev.eso4j.core.directory.OutputFormat;
import dev.eso4j.standalone.logging.OperatorLog;
import dev.eso4j.standalone.logging.TimeEncoding;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** {@code eso local}: a directory of manifests is the cluster, and Secrets become files. */
final class LocalCommand {
    /** What the engine keeps and does nothing with. Generators are used where an ExternalSecret refers to them. */
    private static final List<Class<? extends CustomResource<?, ?>>> IDLE =
            List.of(ClusterExternalSecret.class, ClusterPushSecret.class, PushSecret.class, GeneratorState.class);

    private LocalCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err) {
        FlagSet flags = flags();
        FlagSet.Values values = flags.parse(args);
        if (values.yes("help")) {
            out.println(
                    "eso local DIR --output OUT: makes files of the Secrets that the ExternalSecrets in DIR ask for");
            FlagHelp.print(flags, out);
            return ExitCode.DONE;
        }
        check(values);
        OperatorLog.setUp(
                OperatorLog.level(values.text("loglevel"))
                        .orElseThrow(() -> new UsageException("--loglevel=" + values.text("loglevel")
                                + " does not exist; use debug, info, warn or error")),
                OperatorLog.Format.TEXT,
                TimeEncoding.ISO8601,
                err);
        LocalDirectoryBuilder builder = LocalDirectory.builder(
                        Path.of(values.rest().get(0)))
                .output(Path.of(values.text("output")), format(values.text("format")));
        if (!values.text("namespace").isEmpty()) {
            builder.namespace(values.text("namespace"));
        }
        try (LocalDirectory directory = builder.open()) {
            return values.yes("watch") ? watch(directory, values, out, err) : once(directory, values, out, err);
        }
    }

    private static FlagSet flags() {
        return new FlagSet()
                .add("output", STRING, "", "directory that the Secrets are written to; required")
                .add("format", STRING, "files", "files, env, yaml or json")
                .add("once", BOOL, "false", "sync once and end; the default")
                .add("watch", BOOL, "false", "keep the files in step until interrupted")
                .add("interval", DURATION, "1s", "how often --watch looks for edits")
                .add("namespace", STRING, "", "namespace of manifests that name none; default if not given")
                .add("parallelism", INT, "8", "ExternalSecrets that are synced at once")
                .add("template-left-delimiter", STRING, "{{", OperatorFlags.LEFT)
                .add("template-right-delimiter", STRING, "}}", OperatorFlags.RIGHT)
                .add("loglevel", STRING, "warn", "debug, info, warn or error")
                .add("help", BOOL, "false", "show the flags");
    }

    private static void check(FlagSet.Values values) {
        if (values.rest().isEmpty()) {
            throw new UsageException("eso local needs a directory: eso local DIR --output OUT");
        }
        if (values.rest().size() > 1) {
            throw new UsageException(
                    "unexpected argument: " + values.rest().get(1) + "; eso local takes one directory");
        }
        if (values.text("output").isEmpty()) {
            throw new UsageException("--output is missing: say where the Secrets are to be written");
        }
        if (values.yes("once") && values.yes("watch")) {
            throw new UsageException("--once and --watch exclude each other");
        }
        if (values.number("parallelism") < 1) {
            throw new UsageException("--parallelism must be at least 1");
        }
    }

    private static OutputFormat format(String name) {
        for (OutputFormat format : OutputFormat.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw new UsageException("--format=" + name + " does not exist; use files, env, yaml or json");
    }

    private static int once(LocalDirectory directory, FlagSet.Values values, PrintStream out, PrintStream err) {
        List<ManifestProblem> problems = directory.problems();
        problems.forEach(p -> err.println("Error: " + p));
        tellIdle(directory, err);
        SyncReport report;
        try (SecretSync sync = SecretSync.builder()
                .cluster(directory.cluster())
                .parallelism(values.number("parallelism"))
                .templateDelimiters(values.text("template-left-delimiter"), values.text("template-right-delimiter"))
                .build()) {
            report = sync.sync();
        }
        for (TargetResult result : report.results()) {
            String line = result.namespace() + "/" + result.externalSecret() + ": "
                    + result.action().name().toLowerCase(Locale.ROOT) + " " + result.target();
            if (result.action() == TargetResult.Action.FAILED) {
                err.println("Error: ExternalSecret " + result.namespace() + "/" + result.externalSecret() + ": "
                        + result.message());
            } else {
                out.println(line);
            }
        }
        if (report.results().isEmpty() && problems.isEmpty()) {
            err.println("there is no ExternalSecret in the directory");
        }
        return code(report, problems);
    }

    /** Says of each object that is read and checked but leads to nothing that this is so. */
    private static void tellIdle(LocalDirectory directory, PrintStream err) {
        for (Class<? extends CustomResource<?, ?>> kind : IDLE) {
            directory.cluster().list(ResourceType.tree(kind), Selection.everyNamespace(), object -> {
                String namespace = object.getMetadata().getNamespace();
                err.println("Warning: " + object.getKind() + " " + (namespace == null ? "" : namespace + "/")
                        + object.getMetadata().getName()
                        + " is checked, but nothing acts on this kind yet");
            });
        }
    }

    private static int code(SyncReport report, List<ManifestProblem> problems) {
        boolean failed = !report.failures().isEmpty() || !problems.isEmpty();
        boolean wrote = report.count(TargetResult.Action.CREATED)
                        + report.count(TargetResult.Action.UPDATED)
                        + report.count(TargetResult.Action.DELETED)
                > 0;
        if (!failed) {
            return ExitCode.DONE;
        }
        return wrote ? ExitCode.PARTIAL : problems.isEmpty() ? ExitCode.CHECK_FAILED : ExitCode.USAGE;
    }

    private static int watch(LocalDirectory directory, FlagSet.Values values, PrintStream out, PrintStream err) {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            try {
                                ended.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "eso-shutdown"));
        directory.problems().forEach(p -> err.println("Error: " + p));
        tellIdle(directory, err);
        try (EsoOperator operator = EsoOperator.builder(directory.cluster())
                .events(false)
                .concurrent(values.number("parallelism"))
                .templateDelimiters(values.text("template-left-delimiter"), values.text("template-right-delimiter"))
                .build()) {
            operator.start();
            directory.watch(values.duration("interval"), problems -> problems.forEach(p -> err.println("Error: " + p)));
            out.println("watching; interrupt to end");
            stop.await();
            operator.stop(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILURE;
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }
}
