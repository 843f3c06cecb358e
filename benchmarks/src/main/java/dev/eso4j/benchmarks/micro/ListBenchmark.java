package dev.eso4j.benchmarks.micro;

import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Listing 5,000 synced ExternalSecrets, or their Secrets, in ten pages from a server in the same process that replays one
 * page. Figures are for one object; {@code -prof gc} shows what each one allocates.
 */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(ListBenchmark.OBJECTS)
@Fork(value = 1, jvmArgsAppend = "-Dsun.net.httpserver.nodelay=true")
@State(Scope.Benchmark)
public class ListBenchmark {
    static final int OBJECTS = 5_000;

    private final ReplayedPages server;
    private final KubernetesCluster cluster;

    /** Starts the server. */
    public ListBenchmark() {
        server = ReplayedPages.start(OBJECTS);
        cluster = KubernetesCluster.builder().kubeconfig(server.kubeconfig()).build();
    }

    /** Ends the server. */
    @TearDown
    public void close() {
        cluster.close();
        server.close();
    }

    /** ExternalSecrets with all that the engine reads of them. */
    @Benchmark
    public int externalSecrets(Blackhole sink) {
        return list(ResourceType.EXTERNAL_SECRETS, sink);
    }

    /** Secrets of which no more than a digest is kept. */
    @Benchmark
    public int secretDigests(Blackhole sink) {
        return list(ResourceType.SECRET_DIGESTS, sink);
    }

    private int list(ResourceType<?> type, Blackhole sink) {
        int[] count = {0};
        cluster.list(type, Selection.everyNamespace(), object -> {
            sink.consume(object);
            count[0]++;
        });
        if (count[0] != OBJECTS) {
            throw new IllegalStateException("the list has " + count[0] + " objects and not " + OBJECTS);
        }
        return count[0];
    }
}
