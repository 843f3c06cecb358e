package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.CountingCluster;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Leader election")
class LeaderElectionTest {
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofMillis(2);

    private final ManualClock clock = new ManualClock();
    private final LocalCluster local = LocalCluster.builder().clock(clock).build();
    private final CountingCluster cluster = new CountingCluster(local);
    private final List<String> turns = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        local.close();
    }

    private LeaderElection candidate(String identity) {
        return new LeaderElection(
                cluster,
                new LeaderElection.Config("kube-system", "eso", identity, LEASE, DEADLINE, RETRY),
                clock,
                clock,
                new LeaderElection.Listener() {
                    @Override
                    public void acquired() {
                        turns.add(identity + " acquired");
                    }

                    @Override
                    public void lost() {
                        turns.add(identity + " lost");
                    }
                });
    }

    private Map<?, ?> lease() {
        return (Map<?, ?>) local.get(ResourceType.LEASES, "kube-system", "eso")
                .orElseThrow()
                .getAdditionalProperties()
                .get("spec");
    }

    private String holder() {
        return String.valueOf(lease().get("holderIdentity"));
    }

    @Test
    @DisplayName("gives the lease to the first who asks, and lets it be renewed")
    void first() {
        LeaderElection a = candidate("a");
        assertThat(a.attempt()).isTrue();
        assertThat(holder()).isEqualTo("a");
        assertThat(lease().get("renewTime")).isEqualTo("2026-03-02T10:00:00.000000Z");
        clock.advance(Duration.ofSeconds(2));
        assertThat(a.attempt()).isTrue();
        assertThat(lease().get("renewTime")).isEqualTo("2026-03-02T10:00:02.000000Z");
        assertThat(lease().get("acquireTime")).isEqualTo("2026-03-02T10:00:00.000000Z");
    }

    @Test
    @DisplayName("gives nobody else the lease while its holder renews it, however late that is by the clock in it")
    void renewing() {
        LeaderElection a = candidate("a");
        LeaderElection b = candidate("b");
        a.attempt();
        for (int i = 0; i < 10; i++) {
            assertThat(b.attempt()).isFalse();
            clock.advance(Duration.ofSeconds(14));
            a.attempt();
        }
        assertThat(holder()).isEqualTo("a");
    }

    @Test
    @DisplayName("gives the lease to another when it has not changed for its duration, as that other has seen it")
    void takenOver() {
        candidate("a").attempt();
        LeaderElection b = candidate("b");
        clock.advance(Duration.ofHours(1));
        assertThat(b.attempt()).as("it has only just seen the lease").isFalse();
        clock.advance(LEASE.minusMillis(1));
        assertThat(b.attempt()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(b.attempt()).isTrue();
        assertThat(holder()).isEqualTo("b");
        assertThat(lease().get("leaseTransitions")).isEqualTo(1);
    }

    @Test
    @DisplayName("tells when the lease is held, and gives it back on close so that nobody waits for it")
    void releases() {
        LeaderElection a = candidate("a");
        a.start();
        await().untilAsserted(() -> assertThat(turns).containsExactly("a acquired"));
        assertThat(a.holds()).isTrue();
        a.close();
        assertThat(holder()).isEmpty();
        assertThat(a.holds()).isFalse();
        assertThat(candidate("b").attempt()).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("eso-leader-election"));
    }

    @Test
    @DisplayName("does not give back on close what another holds")
    void releasesOnlyItsOwn() {
        LeaderElection a = candidate("a");
        a.start();
        await().untilAsserted(() -> assertThat(turns).contains("a acquired"));
        cluster.refuse(request -> request.startsWith("update Lease")
                ? new ClusterException(ClusterException.Reason.UNAVAILABLE, "away")
                : null);
        local.patch(
                ResourceType.LEASES,
                "kube-system",
                "eso",
                Map.of("spec", Map.of("holderIdentity", "somebody")),
                "test");
        cluster.refuse(request -> null);
        a.close();
        assertThat(holder()).isEqualTo("somebody");
    }

    @Test
    @DisplayName("does not hold the lease any more once the renew deadline has passed, before the thread knows")
    void frozen() {
        LeaderElection a = candidate("a");
        a.start();
        await().untilAsserted(() -> assertThat(turns).containsExactly("a acquired"));
        cluster.refuse(request -> new ClusterException(ClusterException.Reason.UNAVAILABLE, "away"));
        await().until(() -> cluster.requests().size() > 3);
        clock.advance(DEADLINE);
        assertThat(a.holds()).isFalse();
        await().untilAsserted(() -> assertThat(turns).containsExactly("a acquired", "a lost"));
        cluster.refuse(request -> null);
        await().untilAsserted(() -> assertThat(turns).containsExactly("a acquired", "a lost", "a acquired"));
        a.close();
    }

    @Test
    @DisplayName("counts the time of a renewal from before its request, for others may count from then")
    void countsFromRequest() {
        LeaderElection a = candidate("a");
        cluster.before(request -> {
            if (request.startsWith("create Lease")) {
                clock.advance(DEADLINE);
            }
        });
        cluster.refuse(request -> request.startsWith("update Lease")
                ? new ClusterException(ClusterException.Reason.UNAVAILABLE, "away")
                : null);
        a.start();
        await().untilAsserted(() -> assertThat(turns).contains("a acquired"));
        assertThat(a.holds()).isFalse();
        await().untilAsserted(() -> assertThat(turns).containsExactly("a acquired", "a lost"));
        a.close();
    }

    @Test
    @DisplayName("notices at once that another has taken the lease")
    void noticesLoss() {
        LeaderElection a = candidate("a");
        a.start();
        await().untilAsserted(() -> assertThat(turns).contains("a acquired"));
        await().ignoreExceptions().untilAsserted(() -> {
            local.patch(
                    ResourceType.LEASES, "kube-system", "eso", Map.of("spec", Map.of("holderIdentity", "b")), "test");
            assertThat(turns).contains("a lost");
        });
        assertThat(a.holds()).isFalse();
        a.close();
    }

    @Test
    @DisplayName("refuses times that do not fit together")
    void config() {
        assertThatThrownBy(() -> new LeaderElection.Config("n", "l", "a", LEASE, LEASE, RETRY))
                .hasMessageContaining("must be shorter than the lease duration");
        assertThatThrownBy(() -> new LeaderElection.Config("n", "l", "a", LEASE, DEADLINE, Duration.ofSeconds(9)))
                .hasMessageContaining("well below the renew deadline");
    }
}
