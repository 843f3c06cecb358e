package dev.eso4j.benchmarks.macro;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run on a cluster of its own. */
final class MacroRun {
    private static final int NEW_ONES = 20;
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Scenario scenario;
    private final MacroOptions options;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    MacroRun(Scenario scenario, MacroOptions options) {
        this.scenario = scenario;
        this.options = options;
    }

    /** Runs the operator and returns the figures by name. */
    Map<String, Object> operator() throws IOException, InterruptedException {
        try (BenchCluster cluster = loaded();
                ReadyWatch watch = new ReadyWatch(cluster)) {
            begin("operator");
            RequestCounts before = cluster.requests();
            try (OperatorUnderTest operator = OperatorUnderTest.start(options, cluster)) {
                firstSyncs(cluster, watch, operator, before);
                switch (scenario) {
                    case COLD -> idle(operator);
                    case STEADY -> refreshes(cluster, operator);
                    case FRESH -> newOnes(cluster, watch, operator);
                    case RESTART -> {
                        operator.close();
                        try (OperatorUnderTest second = OperatorUnderTest.start(options, cluster)) {
                            newOnes(cluster, watch, second);
                        }
                    }
                }
            }
            return figures;
        }
    }

    /** Does only what no operator can do without, and returns how long that took. */
    Map<String, Object> floor() throws IOException, InterruptedException {
        try (BenchCluster cluster = loaded();
                ReadyWatch watch = new ReadyWatch(cluster)) {
            begin("floor");
            RequestCounts before = cluster.requests();
            long start = System.nanoTime();
            cluster.each(options.threads(), 0, options.n(), Load::floor);
            require(watch.await(options.n(), () -> true, options.timeout().toSeconds()), watch);
            figures.put("seconds", seconds(watch.last() - start));
            requests(cluster.requests().since(before));
            return figures;
        }
    }

    private BenchCluster loaded() throws InterruptedException {
        BenchCluster cluster = BenchCluster.start();
        try {
            String interval = options.intervalText();
            cluster.each(options.threads(), 0, options.n(), (connection, i) -> Load.create(connection, i, interval));
            Thread.sleep(SETTLE.toMillis());
            return cluster;
        } catch (InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void begin(String who) {
        figures.put("scenario", scenario.name().toLowerCase(Locale.ROOT));
        figures.put("who", who);
        figures.put("n", options.n());
    }

    private void firstSyncs(BenchCluster cluster, ReadyWatch watch, OperatorUnderTest operator, RequestCounts before)
            throws IOException, InterruptedException {
        require(watch.await(options.n(), operator::alive, options.timeout().toSeconds()), watch);
        Duration cpu = operator.cpu();
        figures.put("seconds", seconds(watch.last() - operator.started()));
        figures.put("first_ready_s", seconds(watch.first() - operator.started()));
        figures.put("cpu_ms_each", perObject(cpu.toNanos() / 1e6, options.n()));
        figures.put("rss_peak_mb", operator.peakMegabytes());
        requests(cluster.requests().since(before));
    }

    private void requests(RequestCounts counts) {
        figures.put("writes_each", perObject(counts.writes(), options.n()));
        figures.put("reads_each", perObject(counts.reads(), options.n()));
        figures.put("requests", counts.counts());
    }

    private void idle(OperatorUnderTest operator) throws IOException, InterruptedException {
        Thread.sleep(options.idle().toMillis());
        figures.put("rss_peak_mb", operator.peakMegabytes());
        figures.put("rss_idle_mb", operator.residentMegabytes());
    }

    private void refreshes(BenchCluster cluster, OperatorUnderTest operator) throws IOException, InterruptedException {
        Thread.sleep(BETWEEN.toMillis());
        Duration cpu = operator.cpu();
        RequestCounts before = cluster.requests();
        long start = System.nanoTime();
        Thread.sleep(options.window().toMillis());
        double refreshes = options.n()
                * ((double) (System.nanoTime() - start) / options.interval().toNanos());
        RequestCounts counts = cluster.requests().since(before);
        figures.put("refreshes", Math.round(refreshes));
        figures.put("refresh_writes_each", perObject(counts.writes(), refreshes));
        figures.put("refresh_reads_each", perObject(counts.reads(), refreshes));
        figures.put("refresh_cpu_ms_each", perObject(operator.cpu().minus(cpu).toNanos() / 1e6, refreshes));
        figures.put("refresh_requests", counts.counts());
        figures.put("rss_mb", operator.residentMegabytes());
    }

    private void newOnes(BenchCluster cluster, ReadyWatch watch, OperatorUnderTest operator)
            throws IOException, InterruptedException {
        long[] created = new long[NEW_ONES];
        try (KeptConnection connection = cluster.connect()) {
            for (int i = 0; i < NEW_ONES; i++) {
                created[i] = System.nanoTime();
                Load.create(connection, options.n() + i, options.intervalText());
                Thread.sleep(options.window().toMillis() / NEW_ONES);
            }
        }
        require(
                watch.await(
                        options.n() + NEW_ONES,
                        operator::alive,
                        options.timeout().toSeconds()),
                watch);
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < NEW_ONES; i++) {
            Long ready = watch.when("es-" + (options.n() + i));
            if (ready == null) {
                throw new IllegalStateException("es-" + (options.n() + i) + " is not Ready although all are");
            }
            latencies.add((ready - created[i]) / 1e9);
        }
        latencies.sort(null);
        figures.put("new_p50_s", rounded(latencies.get(NEW_ONES / 2), 1_000));
        figures.put("new_p95_s", rounded(latencies.get(NEW_ONES * 95 / 100), 1_000));
        figures.put("rss_mb", operator.residentMegabytes());
    }

    private void require(boolean complete, ReadyWatch watch) {
        if (!complete) {
            throw new IllegalStateException("only " + watch.count() + " ExternalSecrets became Ready within "
                    + options.timeout().toSeconds() + " s, or the operator ended; its log is " + options.log());
        }
    }

    private static double seconds(long nanos) {
        return rounded(nanos / 1e9, 100);
    }

    private static double perObject(double sum, double objects) {
        return rounded(sum / objects, 1_000);
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
