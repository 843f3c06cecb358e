package dev.eso4j.standalone;

import ch.qos.logback.classic.Level;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.KubernetesClusterBuilder;
import dev.eso4j.standalone.logging.OperatorLog;
import dev.eso4j.standalone.logging.TimeEncoding;
import dev.eso4j.standalone.metrics.OperatorMetrics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code eso operator}: runs until it is told to stop or loses its lease. */
final class OperatorCommand {
    private OperatorCommand() {}

    static int run(List<String> args, PrintStream out) {
        FlagSet flags = OperatorFlags.all();
        FlagSet.Values values = flags.parse(args);
        if (values.yes("help")) {
            out.println("eso operator: keeps the Secrets of a cluster in step with its ExternalSecrets");
            FlagHelp.print(flags, out);
            return ExitCode.DONE;
        }
        check(values);
        setUpLog(values, out);
        prepare(); // Not before: while one thread makes the log, SLF4J has none for another.
        Logger log = LoggerFactory.getLogger(OperatorCommand.class);
        values.withoutEffect().forEach(f -> log.warn("--{} has no effect: {}", f.name(), f.help()));
        GenericTargetFlags.tell(values, log);
        OperatorMetrics metrics = new OperatorMetrics(values.yes("enable-extended-metric-labels"));
        try (KubernetesCluster cluster = connect(values, metrics)) {
            return supervise(values, cluster, metrics, log);
        } catch (ClusterException e) {
            log.error("{}", e.getMessage());
            return switch (e.reason()) {
                case FORBIDDEN, UNAUTHORIZED -> ExitCode.NOT_PERMITTED;
                default -> ExitCode.FAILURE;
            };
        }
    }

    private static int supervise(FlagSet.Values values, Cluster cluster, OperatorMetrics metrics, Logger log) {
        Supervisor supervisor = new Supervisor(values, cluster, metrics);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    supervisor.stop();
                    try {
                        ended.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "eso-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            log.info("eso4j {} starts", Version.text());
            int code = supervisor.run();
            log.info("stopped");
            if (supervisor.stopping()) {
                // After a signal the JVM ends with 143 as soon as the hook does; a stop that was asked for is a
                // success.
                Runtime.getRuntime().halt(code);
            }
            return code;
        } finally {
            ended.countDown();
        }
    }

    /** What is needed next is loaded beside what comes first: a start is short of time, not of processors. */
    static void prepare() {
        Thread beside = new Thread(
                () -> {
                    try {
                        KubernetesCluster.prepare();
                    } catch (RuntimeException e) { // Who needs it meets it again, and tells of it.
                        LoggerFactory.getLogger(OperatorCommand.class).debug("preparing for a cluster failed", e);
                    }
                },
                "eso-prepare");
        beside.setDaemon(true);
        beside.start();
    }

    static KubernetesCluster connect(FlagSet.Values values, OperatorMetrics metrics) {
        KubernetesClusterBuilder builder = KubernetesCluster.builder().requestListener(metrics);
        if (!values.text("kubeconfig").isEmpty()) {
            builder.kubeconfig(Path.of(values.text("kubeconfig")));
        }
        if (values.number("client-qps") > 0) {
            builder.rate(values.number("client-qps"), values.number("client-burst"));
        }
        return builder.build();
    }

    static void check(FlagSet.Values values) {
        if (!values.rest().isEmpty()) {
            throw new UsageException("unexpected argument: " + values.rest().get(0) + "; flags begin with --");
        }
        if (values.number("concurrent") < 1) {
            throw new UsageException("--concurrent must be at least 1");
        }
        if (values.number("calls-per-store") < 1) {
            throw new UsageException("--calls-per-store must be at least 1");
        }
        if (!values.text("debug-token-file").isEmpty()
                && values.text("live-addr").matches("0?")) {
            throw new UsageException("--debug-token-file needs --live-addr, where /debug/state is served");
        }
        if (values.duration("backend-timeout").isZero()
                || values.duration("backend-timeout").isNegative()) {
            throw new UsageException("--backend-timeout must be longer than nothing, for example 30s");
        }
        if (values.duration("refresh-time-granularity").isNegative()) {
            throw new UsageException("--refresh-time-granularity must not be negative; 0 writes every refresh down");
        }
        GenericTargetFlags.kinds(values);
        boolean stores = values.yes("enable-secret-store-reconciler");
        if (values.yes("enable-leader-election")
                && values.duration("leader-election-renew-deadline")
                                .compareTo(values.duration("leader-election-lease-duration"))
                        >= 0) {
            throw new UsageException(
                    "--leader-election-renew-deadline must be shorter than" + " --leader-election-lease-duration");
        }
        if (!stores && values.isGiven("enable-flood-gate") && values.yes("enable-flood-gate")) {
            throw new UsageException("--enable-flood-gate needs --enable-secret-store-reconciler");
        }
    }

    static void setUpLog(FlagSet.Values values, PrintStream out) {
        Level level = OperatorLog.level(values.text("loglevel"))
                .orElseThrow(() -> new UsageException("--loglevel=" + values.text("loglevel")
                        + " does not exist; use debug, info, warn, error, dpanic, panic or fatal"));
        OperatorLog.Format format = switch (values.text("log-format")) {
            case "json" -> OperatorLog.Format.JSON;
            case "text" -> OperatorLog.Format.TEXT;
            default ->
                throw new UsageException(
                        "--log-format=" + values.text("log-format") + " does not exist; use json or text");
        };
        OperatorLog.setUp(level, format, TimeEncoding.named(values.text("zap-time-encoding")), out);
    }

    /** Builds the operator that the flags describe. */
    static EsoOperator operator(FlagSet.Values values, Cluster cluster, OperatorMetrics metrics) {
        var builder = EsoOperator.builder(cluster)
                .controllerClass(values.text("controller-class"))
                .concurrent(values.number("concurrent"))
                .storeInterval(values.duration("store-requeue-interval"))
                .floodGate(values.yes("enable-flood-gate"))
                .secretStores(values.yes("enable-secret-store-reconciler"))
                .clusterStores(values.yes("enable-cluster-store-reconciler"))
                .memo(values.duration("read-sharing"))
                .callsPerStore(values.number("calls-per-store"))
                .callLimit(values.duration("backend-timeout"))
                .refreshTimeGranularity(values.duration("refresh-time-granularity"))
                .templateDelimiters(values.text("template-left-delimiter"), values.text("template-right-delimiter"))
                .events(values.yes("enable-events"))
                .listeners(metrics, metrics, metrics, metrics);
        if (!values.text("namespace").isEmpty()) {
            builder.namespace(values.text("namespace"));
        }
        GenericTargetFlags.apply(values, builder);
        return builder.build();
    }
}
