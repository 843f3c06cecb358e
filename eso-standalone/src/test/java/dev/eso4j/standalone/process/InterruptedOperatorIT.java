package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import dev.eso4j.testkit.faults.ApiRequest;
import dev.eso4j.testkit.faults.FaultProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName(
        "An operator that is interrupted in the middle of 500 syncs, with all creation and deletion policies mixed,")
class InterruptedOperatorIT {
    private static final int COUNT = 500;
    /** Each round kills twice: once among first syncs, once among changes. */
    private static final int ROUNDS = Integer.getInteger("eso.faults.rounds", 3);

    private static final long SEED = Long.getLong("eso.faults.seed", System.nanoTime());

    private static SortedMap<String, String> synced;
    private static SortedMap<String, String> changed;
    private static long firstWrites;
    private static long changeWrites;

    private static OperatorProcess start(ControlPlane plane, FaultProxy proxy, String namespace, String... more) {
        List<String> flags =
                new ArrayList<>(List.of("--namespace=" + namespace, "--enable-cluster-store-reconciler=false"));
        flags.addAll(List.of(more));
        return OperatorProcess.start(plane.kubeconfigThrough(proxy, "admin-token"), flags.toArray(String[]::new));
    }

    @BeforeAll
    static void undisturbed(ControlPlane plane) {
        plane.installCrds();
        try (FaultProxy proxy = plane.faultProxy();
                MixedWork work = new MixedWork(plane, plane.newNamespace(), COUNT)) {
            work.create();
            try (OperatorProcess operator = start(plane, proxy, work.namespace)) {
                work.awaitSynced();
                synced = work.state();
                firstWrites = proxy.writes();
                work.change();
                Awaitility.await("the changes").atMost(Duration.ofSeconds(60)).until(() -> {
                    long writes = proxy.writes();
                    changed = work.state();
                    return changed.containsKey("Secret es-495-renamed")
                            && writes == proxy.writes()
                            && Awaitility.await()
                                            .during(Duration.ofSeconds(1))
                                            .atMost(Duration.ofSeconds(5))
                                            .until(() -> proxy.writes(), after -> after == writes)
                                    == writes;
                });
                changed = work.state();
                changeWrites = proxy.writes() - firstWrites;
            }
        }
        assertThat(changed).isNotEqualTo(synced);
    }

    @Test
    @DisplayName("by kill -9 at random points ends in the same state as an undisturbed one")
    void killed(ControlPlane plane) throws InterruptedException {
        System.out.printf(
                "eso.faults.rounds=%d (each kills at two points), eso.faults.seed=%d; writes: %d, then %d%n",
                ROUNDS, SEED, firstWrites, changeWrites);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 1; round <= ROUNDS; round++) {
            long first = 1 + random.nextLong(firstWrites * 9 / 10);
            long second = 1 + random.nextLong(changeWrites * 9 / 10);
            String where = "round " + round + ", killed at write " + first + " and " + second + " of seed " + SEED;
            try (FaultProxy proxy = plane.faultProxy();
                    MixedWork work = new MixedWork(plane, plane.newNamespace(), COUNT)) {
                work.create();
                killAt(plane, proxy, work, first, random.nextBoolean(), () -> {});
                try (OperatorProcess operator = start(plane, proxy, work.namespace)) {
                    work.awaitSynced();
                    assertState(work, synced, where);
                }
                killAt(plane, proxy, work, second, random.nextBoolean(), work::change);
                try (OperatorProcess operator = start(plane, proxy, work.namespace)) {
                    Awaitility.await(where)
                            .atMost(Duration.ofSeconds(60))
                            .pollInterval(Duration.ofMillis(200))
                            .untilAsserted(() -> assertState(work, changed, where));
                }
            }
        }
    }

    /** Kills the operator at its n-th write, as that arrives or when it has been carried out and nobody knows yet. */
    private static void killAt(
            ControlPlane plane, FaultProxy proxy, MixedWork work, long n, boolean carriedOut, Runnable meanwhile) {
        AtomicLong writes = new AtomicLong();
        try (OperatorProcess operator = start(plane, proxy, work.namespace)) {
            java.util.function.Consumer<ApiRequest> kill = request -> {
                boolean counts = request.writes() && !request.resource().equals("events");
                if (counts && writes.incrementAndGet() == n) {
                    operator.signal("KILL");
                }
            };
            if (carriedOut) {
                proxy.answered(kill);
            } else {
                proxy.before(kill);
            }
            meanwhile.run();
            assertThat(operator.awaitExit(Duration.ofSeconds(60))).isEqualTo(137);
        } finally {
            proxy.answered(request -> {});
            proxy.before(request -> {});
        }
    }

    @Test
    @DisplayName(
            "by SIGTERM ends with 0, gives its lease back, leaves nothing half written, and the next one ends the work")
    void terminated(ControlPlane plane) {
        try (FaultProxy proxy = plane.faultProxy();
                MixedWork work = new MixedWork(plane, plane.newNamespace(), COUNT)) {
            work.create();
            String[] flags = {"--enable-leader-election", "--leader-election-namespace=" + work.namespace};
            try (OperatorProcess operator = start(plane, proxy, work.namespace, flags)) {
                AtomicLong writes = new AtomicLong();
                proxy.before(request -> {
                    if (request.writes() && writes.incrementAndGet() == firstWrites / 3) {
                        operator.signal("TERM");
                    }
                });
                assertThat(operator.awaitExit(Duration.ofSeconds(60))).isZero();
                assertThat(operator.log()).doesNotContain("\"level\":\"error\"");
            }
            assertThat(Fixtures.object(plane, "lease", work.namespace, "external-secrets-controller")
                            .at("/spec/holderIdentity")
                            .asText("absent"))
                    .isEmpty();
            SortedMap<String, String> half = work.state();
            assertThat(half).as("it was stopped in the middle").isNotEqualTo(synced);
            assertThat(half.entrySet())
                    .filteredOn(e ->
                            !e.getValue().equals("no status") && !e.getValue().contains("labels={app=foreign}"))
                    .isNotEmpty()
                    .allSatisfy(e -> assertThat(e.getValue()).isEqualTo(synced.get(e.getKey())));
            proxy.before(request -> {});
            try (OperatorProcess operator = start(plane, proxy, work.namespace, flags)) {
                work.awaitSynced();
                assertState(work, synced, "after SIGTERM");
            }
        }
    }

    private static void assertState(MixedWork work, SortedMap<String, String> expected, String where) {
        SortedMap<String, String> state = work.state();
        assertThat(state.keySet()).as(where).isEqualTo(expected.keySet());
        assertThat(state.entrySet())
                .as(where)
                .filteredOn(e -> !e.getValue().equals(expected.get(e.getKey())))
                .isEmpty();
    }
}
