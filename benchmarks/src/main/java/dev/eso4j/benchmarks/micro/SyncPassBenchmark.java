package dev.eso4j.benchmarks.micro;

import dev.eso4j.core.SecretSync;
import dev.eso4j.core.SyncReport;
import dev.eso4j.core.TargetResult;
import dev.eso4j.core.cluster.LocalCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code SecretSync.sync()} of 1,000 ExternalSecrets, each with a remote object of its own, over a cluster in memory, on
 * the caller's thread. Figures are for one ExternalSecret.
 */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SyncPassBenchmark.TARGETS)
public class SyncPassBenchmark {
    static final int TARGETS = 1_000;

    /** Creates the benchmark. */
    public SyncPassBenchmark() {}

    /** What all passes have in common; the first one is done, so that all targets exist. */
    public abstract static class Synced {
        private final MemoryProvider provider = new MemoryProvider();
        private final LocalCluster cluster;
        private final SecretSync sync;
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        Synced(String refresh) {
            cluster = LocalCluster.builder().clock(() -> now).build();
            StringBuilder manifests = new StringBuilder(Manifests.STORE);
            for (int i = 0; i < TARGETS; i++) {
                manifests.append(Manifests.externalSecret(i, refresh));
            }
            cluster.load(manifests.toString());
            sync = SecretSync.builder()
                    .cluster(cluster)
                    .providers(List.of(provider))
                    .clock(() -> now)
                    .build();
            pass(TargetResult.Action.CREATED);
        }

        /** Closes the cluster. */
        @TearDown
        public void close() {
            sync.close();
            cluster.close();
        }

        SyncReport pass(TargetResult.Action expected) {
            SyncReport report = sync.sync();
            long as = report.results().stream()
                    .filter(r -> r.action() == expected)
                    .count();
            if (as != TARGETS) {
                throw new IllegalStateException(
                        "only " + as + " of " + TARGETS + " became " + expected + ": " + report);
            }
            return report;
        }

        MemoryProvider provider() {
            return provider;
        }

        void anHourLater() {
            now = now.plus(Duration.ofHours(1));
        }
    }

    /** ExternalSecrets that are refreshed every hour. */
    @State(Scope.Benchmark)
    public static class Hourly extends Synced {
        /** Creates and syncs them. */
        public Hourly() {
            super("refreshInterval: 1h");
        }
    }

    /** ExternalSecrets that are not refreshed. */
    @State(Scope.Benchmark)
    public static class Once extends Synced {
        /** Creates and syncs them. */
        public Once() {
            super("refreshPolicy: CreatedOnce");
        }
    }

    /** None is due: nothing is fetched and nothing written. */
    @Benchmark
    public SyncReport notDue(Once synced) {
        synced.anHourLater();
        return synced.pass(TargetResult.Action.UNCHANGED);
    }

    /** All are fetched within the second of the last pass, and nothing is written. */
    @Benchmark
    public SyncReport unchanged(Hourly synced) {
        return synced.pass(TargetResult.Action.UNCHANGED);
    }

    /** All are due and fetched, nothing has changed, and each status gets its new time. */
    @Benchmark
    public SyncReport allDue(Hourly synced) {
        synced.anHourLater();
        return synced.pass(TargetResult.Action.UNCHANGED);
    }

    /** All are due and each has a new value: all targets and statuses are written. */
    @Benchmark
    public SyncReport allChanged(Hourly synced) {
        synced.anHourLater();
        synced.provider().change();
        return synced.pass(TargetResult.Action.UPDATED);
    }
}
