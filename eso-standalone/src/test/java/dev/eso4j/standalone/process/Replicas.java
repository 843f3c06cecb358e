package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ApiWrite;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.faults.FaultProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Two installations that compete for one lease, with two ServiceAccounts, so that the API server knows which of them
 * wrote; and a namespace to work on.
 *
 * @param first who is started first
 * @param second who takes over
 * @param work where the ExternalSecrets are
 */
record Replicas(Installation first, Installation second, String work) {
    static final Duration LEASE = Duration.ofSeconds(4);
    static final Duration RETRY = Duration.ofMillis(500);
    /** What a busy machine takes longer than the protocol. */
    static final Duration SLACK = Duration.ofMillis(2500);

    static final String HOLDS = "holds the lease";

    static Replicas install(ControlPlane cluster) {
        Installation first = Installation.of(cluster, "base");
        Installation second = Installation.of(cluster, "base");
        String work = cluster.newNamespace();
        cluster.apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: second, namespace: %1$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso4j-leader-election-%1$s}
                subjects: [{kind: ServiceAccount, name: %3$s, namespace: %2$s}]
                """.formatted(first.namespace(), second.namespace(), second.account()));
        return new Replicas(first, second, work);
    }

    OperatorProcess start(Installation installation, String... more) {
        return installation.start(flags(more));
    }

    /** Starts the first so that all its requests pass through {@code proxy}. */
    OperatorProcess startFirst(ControlPlane cluster, FaultProxy proxy, String... more) {
        Installation through = new Installation(
                first.namespace(),
                first.account(),
                first.kubeconfig().replace(cluster.url(), proxy.url()),
                first.jvm(),
                first.flags());
        return start(through, more);
    }

    private String[] flags(String... more) {
        List<String> flags = new ArrayList<>(List.of(
                "--leader-election-lease-duration=" + LEASE.toSeconds() + "s",
                "--leader-election-renew-deadline=3s",
                "--leader-election-retry-period=" + RETRY.toMillis() + "ms",
                "--leader-election-namespace=" + first.namespace()));
        flags.addAll(List.of(more));
        return flags.toArray(String[]::new);
    }

    static void stop(OperatorProcess operator) {
        operator.signal("TERM");
        assertThat(operator.awaitExit(Duration.ofSeconds(5))).isZero();
    }

    /** The first wrote, then the second, and never again the first. */
    void assertOneAfterTheOther(ControlPlane cluster) {
        Awaitility.await("the writes of both")
                .until(() ->
                        !by(cluster, first).isEmpty() && !by(cluster, second).isEmpty());
        List<ApiWrite> one = by(cluster, first);
        List<ApiWrite> other = by(cluster, second);
        assertThat(one.get(one.size() - 1).at()).isBefore(other.get(0).at());
    }

    private static List<ApiWrite> by(ControlPlane cluster, Installation who) {
        return cluster.writes().stream()
                .filter(w -> w.user().equals(who.user()))
                .filter(w -> !w.resource().equals("leases") && w.code() < 300)
                .toList();
    }
}
