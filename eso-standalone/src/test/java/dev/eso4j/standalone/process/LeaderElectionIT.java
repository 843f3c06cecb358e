package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ApiWrite;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("Of two operators with --enable-leader-election")
class LeaderElectionIT {
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final String HOLDS = "holds the lease";
    private static final String[] TIMES = {
        "--leader-election-lease-duration=4s",
        "--leader-election-renew-deadline=3s",
        "--leader-election-retry-period=500ms"
    };

    private Installation first;
    private Installation second;
    private String work;

    /** Two ServiceAccounts, so that the API server knows which of the two wrote. */
    @BeforeEach
    void install(ControlPlane cluster) {
        first = Installation.of(cluster, "base");
        second = Installation.of(cluster, "base");
        work = cluster.newNamespace();
        cluster.apply("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: second, namespace: %1$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso4j-leader-election-%1$s}
                subjects: [{kind: ServiceAccount, name: %3$s, namespace: %2$s}]
                """.formatted(first.namespace(), second.namespace(), second.account()));
        cluster.apply(Fixtures.fakeStore(work, "fake", "v"));
    }

    @Test
    @DisplayName("one works and the other takes over within the lease time when the first is killed")
    void killed(ControlPlane cluster) {
        try (OperatorProcess leader = start(first)) {
            leader.awaitLog(HOLDS);
            try (OperatorProcess follower = start(second)) {
                follower.awaitReady();
                sync(cluster, "before");
                assertThat(follower.log()).doesNotContain(HOLDS);
                assertThat(leader.metrics())
                        .contains("leader_election_master_status{name=\"external-secrets-controller\"} 1");
                assertThat(follower.metrics())
                        .contains("leader_election_master_status{name=\"external-secrets-controller\"} 0");

                leader.signal("KILL");
                Instant killed = Instant.now();
                follower.awaitLog(HOLDS);
                // The lease time, an attempt later, and what a busy machine takes.
                assertThat(Instant.now()).isBefore(killed.plus(LEASE).plusSeconds(3));
                sync(cluster, "after");
                stop(follower);
            }
        }
        assertOneAfterTheOther(cluster);
    }

    @Test
    @DisplayName("one that was frozen and comes back writes nothing and ends")
    void frozen(ControlPlane cluster) {
        try (OperatorProcess leader = start(first)) {
            leader.awaitLog(HOLDS);
            sync(cluster, "before");
            try (OperatorProcess follower = start(second)) {
                follower.awaitReady();
                leader.signal("STOP");
                follower.awaitLog(HOLDS);
                sync(cluster, "after");
                leader.signal("CONT");
                assertThat(leader.awaitExit(Duration.ofSeconds(10))).isEqualTo(1);
                assertThat(leader.log()).contains("the lease is lost");
                sync(cluster, "last");
                stop(follower);
            }
        }
        assertOneAfterTheOther(cluster);
    }

    @Test
    @DisplayName("the other takes over at once when the first is stopped")
    void stopped(ControlPlane cluster) {
        try (OperatorProcess leader = OperatorProcess.start(
                first.kubeconfig(),
                "--enable-leader-election",
                "--leader-election-namespace=" + first.namespace(),
                "--leader-election-lease-duration=60s")) {
            leader.awaitLog(HOLDS);
            try (OperatorProcess follower = start(second)) {
                follower.awaitReady();
                stop(leader);
                Instant gone = Instant.now();
                follower.awaitLog(HOLDS);
                assertThat(Instant.now()).isBefore(gone.plusSeconds(5));
                stop(follower);
            }
        }
    }

    private OperatorProcess start(Installation installation) {
        String[] flags = new String[TIMES.length + 1];
        System.arraycopy(TIMES, 0, flags, 0, TIMES.length);
        flags[TIMES.length] = "--leader-election-namespace=" + first.namespace();
        return installation.start(flags);
    }

    private void sync(ControlPlane cluster, String name) {
        cluster.apply(Fixtures.externalSecret(work, name, "SecretStore", "fake"));
        Fixtures.awaitReason(cluster, "externalsecret", work, name, "SecretSynced");
    }

    private static void stop(OperatorProcess operator) {
        operator.signal("TERM");
        assertThat(operator.awaitExit(Duration.ofSeconds(5))).isZero();
    }

    private void assertOneAfterTheOther(ControlPlane cluster) {
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
