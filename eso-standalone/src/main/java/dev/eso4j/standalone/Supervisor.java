package dev.eso4j.standalone;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.OperatorHealth;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.runtime.LeaderElection;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.standalone.metrics.OperatorMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of the operator's process: endpoints, election, operator, and the order in which they end. */
final class Supervisor {
    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final Path POD_NAMESPACE = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");
    /** How long work that is going on may take to end. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);
    /** How long all of the end may take: by the promise of the manual a process is gone 5 s after SIGTERM. */
    private static final Duration LONGEST_END = Duration.ofMillis(4300);
    /** How long after the start, and then how often, it is said why there is no work yet. */
    private static final Duration REMINDER = Duration.ofSeconds(10);

    private static final String WITHOUT_CLUSTER_STORES =
            "; an operator for one namespace does without them by --enable-cluster-store-reconciler=false";

    private enum Signal {
        STOP,
        ACQUIRED,
        LOST
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final FlagSet.Values flags;
    private final Cluster cluster;
    private final OperatorMetrics metrics;
    private volatile boolean stopping;
    private volatile @Nullable EsoOperator operator;

    Supervisor(FlagSet.Values flags, Cluster cluster, OperatorMetrics metrics) {
        this.flags = flags;
        this.cluster = cluster;
        this.metrics = metrics;
        metrics.operator(this::operator);
    }

    /** Asks {@link #run} to end. */
    void stop() {
        stopping = true;
        signals.add(Signal.STOP);
    }

    boolean stopping() {
        return stopping;
    }

    /** Runs until {@link #stop} is called or the lease is lost, and returns the exit code. */
    int run() {
        LeaderElection election = flags.yes("enable-leader-election") ? election() : null;
        Cluster writable = election == null ? cluster : cluster.guarded(election::holds);
        try (HttpEndpoints metricsServer = HttpEndpoints.metrics(metricsAddress(), metrics::text);
                HttpEndpoints healthServer = HttpEndpoints.health(
                        flags.text("live-addr"), this::dead, () -> unready(election), debug(election))) {
            announce(metricsServer, healthServer);
            if (election == null) {
                begin(writable);
            } else {
                election.start();
            }
            return follow(election, writable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILURE;
        }
    }

    private int follow(@Nullable LeaderElection election, Cluster writable) throws InterruptedException {
        while (true) {
            Signal signal = signals.poll(REMINDER.toMillis(), TimeUnit.MILLISECONDS);
            if (signal == null) {
                remind(election);
                continue;
            }
            switch (signal) {
                case ACQUIRED -> begin(writable);
                case LOST -> {
                    log.error("the lease is lost; the process ends so that a new one starts from scratch");
                    end(null);
                    return ExitCode.FAILURE;
                }
                case STOP -> {
                    end(election);
                    return ExitCode.DONE;
                }
            }
        }
    }

    private void begin(Cluster writable) {
        EsoOperator next = OperatorCommand.operator(flags, writable, metrics);
        operator = next;
        next.start();
    }

    /**
     * Lets work end and then gives the lease back. A backend or an API server that does not answer cannot hold the process
     * up: what it was asked for is lost, and the next start asks again.
     */
    private void end(@Nullable LeaderElection election) throws InterruptedException {
        EsoOperator running = operator;
        Thread ending = new Thread(
                () -> {
                    if (running != null && !running.stop(PATIENCE)) {
                        log.warn("work that was going on did not end in {} ms and was given up", PATIENCE.toMillis());
                    }
                    if (election != null) {
                        election.close();
                    }
                },
                "eso-end");
        ending.setDaemon(true);
        ending.start();
        ending.join(LONGEST_END.toMillis());
        if (ending.isAlive()) {
            log.warn("not everything could be closed in {} ms; the process ends all the same", LONGEST_END.toMillis());
        }
    }

    /** Says again what keeps the caches from being filled; when nobody looks at the first lines, this one is the last. */
    private void remind(@Nullable LeaderElection election) {
        EsoOperator running = operator;
        String why = "";
        if (running != null && running.health().state() == OperatorHealth.State.SYNCING) {
            why = String.join("; ", new TreeSet<>(running.health().troubles()));
        } else if (running == null && election != null) {
            why = Objects.requireNonNullElse(election.trouble(), "");
        }
        if (!why.isEmpty()) {
            boolean beyond = !flags.text("namespace").isEmpty() && why.contains("ClusterSecretStore");
            log.warn("not ready yet: {}{}", why, beyond ? WITHOUT_CLUSTER_STORES : "");
        }
    }

    private Optional<EsoOperator> operator() {
        return Optional.ofNullable(operator);
    }

    private HttpEndpoints.@Nullable Protected debug(@Nullable LeaderElection election) {
        String file = flags.text("debug-token-file");
        if (file.isEmpty()) {
            return null;
        }
        DebugPage page = new DebugPage(
                this::operator,
                () -> election == null ? null : election.holds(),
                metrics::requests,
                flags.duration("stuck-after"));
        return new HttpEndpoints.Protected(DebugToken.in(Path.of(file)), page::json);
    }

    /** Returns why the process had better be started anew; empty if there is no reason. */
    private String dead() {
        if (stopping) {
            return "it is stopping";
        }
        String stuck = StuckWork.describe(operator, flags.duration("stuck-after"));
        if (!stuck.isEmpty()) {
            log.error("{}", stuck); // Of a probe that fails, kubelet shows the code and not the text.
        }
        return stuck;
    }

    private String unready(@Nullable LeaderElection election) {
        EsoOperator running = operator;
        if (stopping) {
            return "it is stopping";
        }
        // A replica that waits for its turn is ready: it can take over at any time.
        if (running == null) {
            String trouble = election == null ? "it is starting" : election.trouble();
            return Objects.requireNonNullElse(trouble, "");
        }
        return running.health().ready() ? "" : "the caches are not filled yet";
    }

    private LeaderElection election() {
        String lease = flags.text("leader-election-id");
        LeaderElection.Config config = new LeaderElection.Config(
                leaseNamespace(),
                lease,
                hostName() + "_" + UUID.randomUUID(),
                flags.duration("leader-election-lease-duration"),
                flags.duration("leader-election-renew-deadline"),
                flags.duration("leader-election-retry-period"));
        metrics.leading(lease, false);
        return new LeaderElection(
                cluster, config, InstantSource.system(), Ticker.system(), new LeaderElection.Listener() {
                    @Override
                    public void acquired() {
                        metrics.leading(lease, true);
                        signals.add(Signal.ACQUIRED);
                    }

                    @Override
                    public void lost() {
                        metrics.leading(lease, false);
                        signals.add(Signal.LOST);
                    }
                });
    }

    private String leaseNamespace() {
        String given = flags.text("leader-election-namespace");
        if (!given.isEmpty()) {
            return given;
        }
        try {
            return Files.readString(POD_NAMESPACE).trim();
        } catch (IOException e) {
            throw new UsageException(
                    "--enable-leader-election needs the namespace of its Lease, which only a pod knows by"
                            + " itself; set --leader-election-namespace");
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-host"; // Only a part of the identity; the UUID makes it unique.
        }
    }

    /** Who asks for protected metrics must not get open ones instead. */
    private String metricsAddress() {
        if (flags.yes("metrics-auth") || flags.yes("metrics-secure")) {
            log.error("metrics are not served: --metrics-auth and --metrics-secure are not built yet, and without them"
                    + " the metrics would be open; leave the flags out, and restrict access by a NetworkPolicy");
            return "0";
        }
        return flags.text("metrics-addr");
    }

    private static void announce(@Nullable HttpEndpoints metrics, @Nullable HttpEndpoints health) {
        if (metrics != null) {
            log.info("metrics are at port {}", metrics.port());
        }
        if (health != null) {
            log.info("health is at port {}", health.port());
        }
    }
}
