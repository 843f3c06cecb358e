package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import dev.eso4j.testkit.faults.FaultProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName(
        "When the leader of two operators falls out in the middle of 300 syncs, the other ends them, there are never two"
                + " writers, and it takes over within the lease time after the leader")
class BusyLeaderIT {
    private static final int COUNT = 300;
    /** Slow enough that there is a middle, and that calls wait for their turn in it. */
    private static final String SLOW = "--client-qps=80";

    private Replicas replicas;
    private FaultProxy proxy;
    private MixedWork work;

    @BeforeEach
    void install(ControlPlane cluster) {
        replicas = Replicas.install(cluster);
        proxy = cluster.faultProxy();
        work = new MixedWork(cluster, replicas.work(), COUNT);
        work.create();
    }

    @AfterEach
    void close() {
        work.close();
        proxy.close();
    }

    private OperatorProcess startLeader(ControlPlane cluster) {
        return replicas.startFirst(
                cluster,
                proxy,
                SLOW,
                "--client-burst=1",
                "--namespace=" + work.namespace,
                "--enable-cluster-store-reconciler=false");
    }

    private OperatorProcess startFollower() {
        return replicas.start(
                replicas.second(), "--namespace=" + work.namespace, "--enable-cluster-store-reconciler=false");
    }

    /** Runs {@code fall} at the leader's hundredth write; returns when that has happened and the other has taken over. */
    private void takeOver(OperatorProcess follower, Runnable fall) throws InterruptedException {
        CountDownLatch fallen = new CountDownLatch(1);
        AtomicLong writes = new AtomicLong();
        proxy.answered(request -> {
            if (request.writes() && !request.resource().equals("leases") && writes.incrementAndGet() == 100) {
                fall.run();
                fallen.countDown();
            }
        });
        assertThat(fallen.await(40, TimeUnit.SECONDS))
                .as("the leader has come to the middle")
                .isTrue();
        Instant since = Instant.now();
        follower.awaitLog(Replicas.HOLDS);
        assertThat(Instant.now())
                .isBefore(since.plus(Replicas.LEASE).plus(Replicas.RETRY).plus(Replicas.SLACK));
    }

    private void assertAllDone(ControlPlane cluster, OperatorProcess follower) {
        work.awaitSynced();
        Replicas.stop(follower);
        replicas.assertOneAfterTheOther(cluster);
    }

    @Test
    @DisplayName("is killed")
    void killed(ControlPlane cluster) throws InterruptedException {
        try (OperatorProcess leader = startLeader(cluster)) {
            leader.awaitLog(Replicas.HOLDS);
            try (OperatorProcess follower = startFollower()) {
                takeOver(follower, () -> leader.signal("KILL"));
                assertAllDone(cluster, follower);
            }
        }
    }

    @Test
    @DisplayName("is frozen; when it comes back it sends not a single write, and ends")
    void frozen(ControlPlane cluster) throws InterruptedException {
        try (OperatorProcess leader = startLeader(cluster)) {
            leader.awaitLog(Replicas.HOLDS);
            try (OperatorProcess follower = startFollower()) {
                takeOver(follower, () -> leader.signal("STOP"));
                work.awaitSynced();
                long sent = proxy.writes();
                leader.signal("CONT");
                assertThat(leader.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
                assertThat(leader.log()).contains("the lease is lost");
                assertThat(proxy.writes()).isEqualTo(sent);
                assertAllDone(cluster, follower);
            }
        }
    }

    @Test
    @DisplayName("is cut off from the API server; it ends by itself, and writes nothing when it could again")
    void cutOff(ControlPlane cluster) throws InterruptedException {
        try (OperatorProcess leader = startLeader(cluster)) {
            leader.awaitLog(Replicas.HOLDS);
            try (OperatorProcess follower = startFollower()) {
                takeOver(follower, proxy::cutOff);
                proxy.restore();
                assertThat(leader.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);
                assertAllDone(cluster, follower);
            }
        }
    }
}
