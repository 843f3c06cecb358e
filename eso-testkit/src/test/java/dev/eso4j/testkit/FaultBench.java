package dev.eso4j.testkit;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.KubernetesClusterBuilder;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.testkit.faults.FaultProxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;

/** One operator that reaches a real API server through a proxy, in a namespace of its own, and its workload. */
final class FaultBench implements AutoCloseable, InstantSource {
    static final int SIZE = 36;

    final FaultProxy proxy;
    final String namespace;
    final RecordingProvider provider = new RecordingProvider("recording");
    private final KubernetesCluster admin;
    private final KubernetesCluster cluster;
    private final EsoOperator operator;
    private final MixedWorkload workload;
    private volatile Duration offset = Duration.ZERO;

    FaultBench(
            ControlPlane plane,
            String value,
            BiFunction<FaultProxy, KubernetesClusterBuilder, KubernetesClusterBuilder> options) {
        proxy = plane.faultProxy();
        namespace = plane.newNamespace();
        admin = KubernetesCluster.builder().kubeconfig(plane.kubeconfig()).build();
        cluster = options.apply(
                        proxy,
                        KubernetesCluster.builder()
                                .kubeconfig(plane.kubeconfigThrough(proxy, "admin-token"))
                                .timeout(Duration.ofMillis(1500)))
                .build();
        values(value);
        plane.apply("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: %s}
                spec: {provider: {recording: {}}}
                """.formatted(namespace));
        operator = EsoOperator.builder(cluster)
                .namespace(namespace)
                .clusterStores(false)
                .providers(List.of(provider))
                .concurrent(4)
                .memo(Duration.ZERO)
                .clock(this, Ticker.system())
                .build();
        workload = new MixedWorkload(admin, namespace);
    }

    private void values(String value) {
        for (int i = 0; i < 10; i++) {
            provider.backend().put("key-" + i, value + "-" + i);
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    /** Sets the operator's clock on or back, as somebody does who corrects it. */
    void jump(Duration by) {
        offset = offset.plus(by);
    }

    /**
     * Lets the operator meet half of the work at its start and the other half while it runs. When it has said something to
     * each, things change; what is left behind of a target depends on whether it has ever been written.
     */
    void work(Runnable meanwhile) {
        create(0, SIZE / 2);
        start();
        meanwhile.run();
        create(SIZE / 2, SIZE);
        Awaitility.await("a first sync of each").atMost(Duration.ofSeconds(60)).until(() -> workload.synced() == SIZE);
        meanwhile.run();
        workload.change(SIZE);
    }

    void create(int from, int to) {
        workload.create(from, to);
    }

    void start() {
        operator.start();
    }

    /** Returns how many keys wait for their time. */
    int waiting() {
        return operator.controllers().stream()
                .filter(c -> c.name().equals("externalsecret"))
                .mapToInt(c -> c.queue().depth().delayed())
                .sum();
    }

    SortedMap<String, String> state() {
        return NamespaceState.of(admin, namespace);
    }

    /** Waits until nothing is left to be done right now, caches are filled, and watches run. */
    void settle() {
        Awaitility.await("the end of all work")
                .atMost(Duration.ofSeconds(60))
                .until(() -> operator.health().troubles().isEmpty()
                        && operator.controllers().stream()
                                .map(c -> c.queue().depth())
                                .allMatch(d -> d.changed() == 0 && d.refresh() == 0 && d.inWork() == 0));
    }

    @Override
    public void close() {
        proxy.heal();
        operator.close();
        cluster.close();
        admin.close();
        proxy.close();
    }
}
