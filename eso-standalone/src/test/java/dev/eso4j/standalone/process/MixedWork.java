package dev.eso4j.standalone.process;

import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.MixedWorkload;
import dev.eso4j.testkit.NamespaceState;
import java.time.Duration;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A {@link MixedWorkload} on a fake store in a namespace, and what became of it. */
final class MixedWork implements AutoCloseable {
    final String namespace;
    private final ControlPlane plane;
    private final KubernetesCluster admin;
    private final MixedWorkload workload;
    private final int size;

    MixedWork(ControlPlane plane, String namespace, int size) {
        this.plane = plane;
        this.namespace = namespace;
        this.size = size;
        this.admin = KubernetesCluster.builder().kubeconfig(plane.kubeconfig()).build();
        this.workload = new MixedWorkload(admin, namespace);
        String values = IntStream.range(0, 10)
                .mapToObj(i -> "{key: key-" + i + ", value: value-" + i + "}")
                .collect(Collectors.joining(", "));
        plane.apply("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: %s}
                spec: {provider: {fake: {data: [%s]}}}
                """.formatted(namespace, values));
    }

    void create() {
        workload.create(0, size);
    }

    void change() {
        workload.change(size);
    }

    SortedMap<String, String> state() {
        return NamespaceState.of(admin, namespace);
    }

    void awaitSynced() {
        Awaitility.await("a first sync of each")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> workload.synced() == size);
    }

    /** Leaves the namespace to the namespace controller. */
    @Override
    public void close() {
        admin.close();
        plane.kubectl("delete", "namespace", namespace, "--wait=false");
    }
}
