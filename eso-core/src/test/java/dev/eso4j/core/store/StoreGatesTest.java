package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.runtime.NamespacedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The gate of a store")
class StoreGatesTest {
    private final ManualClock clock = new ManualClock();
    private final Map<NamespacedName, Long> called = new LinkedHashMap<>();
    private final StoreGates gates = new StoreGates(clock, 48, StoreGates.LIMIT, called::put);
    private final StoreGate gate = gate("store");
    private int names;

    private StoreGate gate(String store) {
        return gates.gate(new StoreIdentity("SecretStore", "shop", store, "", 1, ""));
    }

    private static NamespacedName name(String name) {
        return new NamespacedName("shop", name);
    }

    private List<Seat> fill(StoreGate gate) {
        List<Seat> seats = new ArrayList<>();
        try {
            while (true) {
                seats.add(gate.enter(name("es" + names++)));
            }
        } catch (StoreWaitException e) {
            assertThat(e.failing()).isFalse();
            return seats;
        }
    }

    private static SecretsException away() {
        return new UnavailableException("away", "", null, null);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            gate.failed(away());
        }
    }

    private void turnedAway(String name) {
        assertThatThrownBy(() -> gate.enter(name(name)))
                .isInstanceOf(StoreWaitException.class)
                .matches(e -> ((StoreWaitException) e).failing())
                .hasMessageContaining("SecretStore \"store\" in namespace \"shop\"");
    }

    @Nested
    @DisplayName("lets in")
    class Seats {
        @Test
        @DisplayName("as many as the store's bound, and for each that leaves the next in the line")
        void bound() {
            List<Seat> seats = fill(gate);
            assertThat(seats).hasSize(48);
            assertThatThrownBy(() -> gate.enter(name("late"))).isInstanceOf(StoreWaitException.class);
            assertThat(called).isEmpty();
            seats.get(0).close();
            seats.get(0).close();
            assertThat(called).containsExactly(Map.entry(name("es48"), 0L));
            gate.enter(name("es48"));
            seats.get(1).close();
            assertThat(called).containsOnlyKeys(name("es48"), name("late"));
        }

        @Test
        @DisplayName("somebody of every store, however many stores hang")
        void hangingStores() {
            for (int i = 0; i < 6; i++) {
                assertThat(fill(gate("hanging" + i))).isNotEmpty();
            }
            assertThat(fill(gate("healthy"))).isNotEmpty();
        }

        @Test
        @DisplayName("the next, when who was called does not come")
        void doesNotCome() {
            List<Seat> seats = fill(gate);
            assertThatThrownBy(() -> gate.enter(name("late"))).isInstanceOf(StoreWaitException.class);
            seats.forEach(Seat::close);
            assertThat(called).containsOnlyKeys(name("es48"), name("late"));
            gates.ended(name("es48"));
            assertThat(gate.view().waiting()).isEqualTo(1);
            gates.ended(name("late"));
            assertThat(gate.view().waiting()).isZero();
            assertThat(fill(gate)).hasSize(48);
        }

        @Test
        @DisplayName("nobody less after a store was changed, and calls who waits for it")
        void evicted() {
            fill(gate);
            gates.evict(id -> true);
            assertThat(called).containsOnlyKeys(name("es48"));
            assertThat(gate("store")).isNotSameAs(gate);
            assertThat(gates.views()).hasSize(1);
        }
    }

    @Nested
    @DisplayName("shuts")
    class Shuts {
        @Test
        @DisplayName("after ten failures of the service in a row, and not when there was an answer in between")
        void constantly() {
            fail(9);
            gate.answered();
            fail(9);
            gate.failed(new NotFoundException("none", ""));
            fail(9);
            gate.failed(new AccessDeniedException("no", ""));
            fail(9);
            assertThat(gate.view().circuit()).isEqualTo(GateView.Circuit.CLOSED);
            fail(1);
            assertThat(gate.view().circuit()).isEqualTo(GateView.Circuit.OPEN);
            turnedAway("a");
        }

        @Test
        @DisplayName("never for what callers did wrong")
        void callers() {
            for (int i = 0; i < 1_000; i++) {
                gate.failed(new AccessDeniedException("no", ""));
                gate.failed(new NotFoundException("none", ""));
            }
            assertThat(gate.view().circuit()).isEqualTo(GateView.Circuit.CLOSED);
        }

        @Test
        @DisplayName("lets one probe in after a while, and after each that fails the next one later")
        void probe() {
            fail(10);
            Duration pause = Duration.ofSeconds(2);
            for (int i = 0; i < 8; i++) {
                clock.advance(pause.minusMillis(1));
                turnedAway("a");
                clock.advance(Duration.ofMillis(1));
                try (Seat probe = gate.enter(name("b"))) {
                    turnedAway("c");
                    gate.failed(away());
                    assertThat(probe.worthAsking()).isFalse();
                }
                pause = pause.multipliedBy(2).compareTo(Duration.ofMinutes(1)) > 0
                        ? Duration.ofMinutes(1)
                        : pause.multipliedBy(2);
            }
            assertThat(gate.view().opened()).isEqualTo(9);
        }

        @Test
        @DisplayName("calls one of the line to be the probe, and the next if that one asks nobody")
        void callsProbe() {
            fail(10);
            turnedAway("a");
            turnedAway("b");
            assertThat(called)
                    .containsExactly(Map.entry(name("a"), Duration.ofSeconds(2).toNanos()));
            clock.advance(Duration.ofSeconds(2));
            gate.enter(name("a")).close();
            assertThat(called).containsOnlyKeys(name("a"), name("b"));
        }

        @Test
        @DisplayName("opens again when a probe succeeds, and calls the line at a bounded rate")
        void recovers() {
            fail(10);
            for (int i = 0; i < 500; i++) {
                turnedAway("es" + i);
            }
            called.clear();
            clock.advance(Duration.ofSeconds(2));
            try (Seat probe = gate.enter(name("es0"))) {
                gate.answered();
            }
            assertThat(called).hasSize(499);
            for (int second = 0; second < 5; second++) {
                long from = Duration.ofSeconds(second).toNanos();
                long to = Duration.ofSeconds(second + 1).toNanos();
                assertThat(called.values()).filteredOn(d -> d >= from && d < to).hasSizeLessThanOrEqualTo(100);
            }
            assertThat(called.values()).allMatch(d -> d < Duration.ofSeconds(5).toNanos());
        }

        @Test
        @DisplayName("for as long as the backend asks, if that is longer than a worker waits")
        void retryAfter() {
            gate.failed(new ThrottledException("slow down", "", Duration.ofSeconds(5), null));
            assertThat(gate.view().circuit()).isEqualTo(GateView.Circuit.CLOSED);
            gate.failed(new ThrottledException("slow down", "", Duration.ofSeconds(90), null));
            clock.advance(Duration.ofSeconds(89));
            turnedAway("a");
            clock.advance(Duration.ofSeconds(1));
            assertThat(gate.enter(name("a")).probe).isTrue();
        }

        @Test
        @DisplayName("for an hour at most, whatever the backend asks")
        void retryAfterADay() {
            gate.failed(new ThrottledException("slow down", "", Duration.ofDays(1), null));
            clock.advance(Duration.ofHours(1));
            assertThat(gate.enter(name("a")).probe).isTrue();
        }
    }

    @Test
    @DisplayName("allows ten retries, and then one for every five calls")
    void retries() {
        for (int i = 0; i < 10; i++) {
            assertThat(gate.mayRetry()).isTrue();
        }
        assertThat(gate.mayRetry()).isFalse();
        int retries = 0;
        for (int i = 0; i < 1_000; i++) {
            gate.calls();
            while (gate.mayRetry()) {
                retries++;
            }
        }
        assertThat(retries).isBetween(195, 200);
        assertThat(gate.view().retriesRefused()).isPositive();
    }
}
