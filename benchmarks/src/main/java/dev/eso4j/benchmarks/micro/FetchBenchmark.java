package dev.eso4j.benchmarks.micro;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.fetch.BackendReads;
import dev.eso4j.core.fetch.FetchResult;
import dev.eso4j.core.fetch.Fetcher;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.Providers;
import dev.eso4j.core.store.ReferenceObserver;
import dev.eso4j.core.store.StoreClients;
import dev.eso4j.core.store.StoreLookup;
import dev.eso4j.core.store.StoreResolver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Fetching the one entry of an ExternalSecret, a property four steps deep, from a provider in memory. */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class FetchBenchmark {
    private final LocalCluster cluster = LocalCluster.create();
    private final BackendReads reads = new BackendReads(Ticker.system(), Duration.ofHours(1));
    private final StoreClients clients = new StoreClients(
            cluster,
            Providers.of(List.of(new MemoryProvider())),
            ReferenceObserver.none(),
            CallListener.none(),
            InstantSource.system(),
            Ticker.system(),
            32);
    private final ExternalSecret externalSecret = Manifests.loaded(cluster);
    private final Fetcher fetcher = new Fetcher(
            new StoreResolver(new Snapshot(cluster), clients, null, "default"), reads, (namespace, reference) -> {
                throw new InvalidRequestException("there are no generators here", "take none");
            });
    private final long longAgo = reads.now();

    /** Creates the fetcher. */
    public FetchBenchmark() {}

    /** Closes the clients. */
    @TearDown
    public void close() {
        clients.close();
        cluster.close();
    }

    /** With a call to the backend. */
    @Benchmark
    public FetchResult called() {
        return checked(fetcher.fetch(externalSecret, false, reads.now()));
    }

    /** From a read that somebody else has made. */
    @Benchmark
    public FetchResult shared() {
        return checked(fetcher.fetch(externalSecret, false, longAgo));
    }

    private static FetchResult checked(FetchResult result) {
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException("the fetch failed: " + result.problems());
        }
        return result;
    }

    /** The store as it was in the beginning: an operator looks it up in a cache. */
    private static final class Snapshot implements StoreLookup {
        private final Optional<SecretStore> store;

        Snapshot(Cluster cluster) {
            store = cluster.get(ResourceType.SECRET_STORES, Manifests.NAMESPACE, "store");
        }

        @Override
        public Optional<SecretStore> secretStore(String namespace, String name) {
            return store;
        }

        @Override
        public Optional<ClusterSecretStore> clusterSecretStore(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Map<String, String>> namespaceLabels(String namespace) {
            return Optional.of(Map.of());
        }
    }
}
