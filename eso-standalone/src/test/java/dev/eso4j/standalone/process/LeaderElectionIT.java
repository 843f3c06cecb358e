package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("Of two operators with --enable-leader-election")
class LeaderElectionIT {
    private Replicas replicas;

    @BeforeEach
    void install(ControlPlane cluster) {
        replicas = Replicas.install(cluster);
        cluster.apply(Fixtures.fakeStore(replicas.work(), "fake", "v"));
    }

    @Test
    @DisplayName("one works and the other takes over within the lease time when the first is killed")
    void killed(ControlPlane cluster) {
        try (OperatorProcess leader = replicas.start(replicas.first())) {
            leader.awaitLog(Replicas.HOLDS);
            try (OperatorProcess follower = replicas.start(replicas.second())) {
                follower.awaitReady();
                sync(cluster, "before");
                assertThat(follower.log()).doesNotContain(Replicas.HOLDS);
                assertThat(leader.metrics())
                        .contains("leader_election_master_status{name=\"external-secrets-controller\"} 1");
                assertThat(follower.metrics())
                        .contains("leader_election_master_status{name=\"external-secrets-controller\"} 0");

                leader.signal("KILL");
                Instant killed = Instant.now();
                follower.awaitLog(Replicas.HOLDS);
                // The lease time, an attempt later, and what a busy machine takes.
                assertThat(Instant.now())
                        .isBefore(
                                killed.plus(Replicas.LEASE).plus(Replicas.RETRY).plus(Replicas.SLACK));
                sync(cluster, "after");
                Replicas.stop(follower);
            }
        }
        replicas.assertOneAfterTheOther(cluster);
    }

    @Test
    @DisplayName("one that was frozen and comes back writes nothing and ends")
    void frozen(ControlPlane cluster) {
        try (OperatorProcess leader = replicas.start(replicas.first())) {
            leader.awaitLog(Replicas.HOLDS);
            sync(cluster, "before");
            try (OperatorProcess follower = replicas.start(replicas.second())) {
                follower.awaitReady();
                leader.signal("STOP");
                follower.awaitLog(Replicas.HOLDS);
                sync(cluster, "after");
                leader.signal("CONT");
                assertThat(leader.awaitExit(Duration.ofSeconds(10))).isEqualTo(1);
                assertThat(leader.log()).contains("the lease is lost");
                sync(cluster, "last");
                Replicas.stop(follower);
            }
        }
        replicas.assertOneAfterTheOther(cluster);
    }

    @Test
    @DisplayName("the other takes over at once when the first is stopped")
    void stopped(ControlPlane cluster) {
        try (OperatorProcess leader = OperatorProcess.start(
                replicas.first().kubeconfig(),
                "--enable-leader-election",
                "--leader-election-namespace=" + replicas.first().namespace(),
                "--leader-election-lease-duration=60s")) {
            leader.awaitLog(Replicas.HOLDS);
            try (OperatorProcess follower = replicas.start(replicas.second())) {
                follower.awaitReady();
                Replicas.stop(leader);
                Instant gone = Instant.now();
                follower.awaitLog(Replicas.HOLDS);
                assertThat(Instant.now()).isBefore(gone.plusSeconds(5));
                Replicas.stop(follower);
            }
        }
    }

    private void sync(ControlPlane cluster, String name) {
        cluster.apply(Fixtures.externalSecret(replicas.work(), name, "SecretStore", "fake"));
        Fixtures.awaitReason(cluster, "externalsecret", replicas.work(), name, "SecretSynced");
    }
}
