package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.store.GateView;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@DisplayName("A store that is slow")
class SlowStoreTest {
    @Test
    @DisplayName("gets as many calls at the same time as its bound, on default settings, and everybody has a turn")
    void concurrency() {
        try (Tenants tenants = new Tenants(options -> options).start()) {
            RecordingBackend slow = tenants.tenant("slow").slow(Duration.ofMillis(100));
            tenants.externalSecrets("slow", 0, 400);
            tenants.awaitReady("slow", 400);
            assertThat(slow.mostAtOnce()).isBetween(40, 48);
            assertThat(tenants.provider.count("read")).isEqualTo(400);
            assertThat(tenants.gate("slow").circuit()).isEqualTo(GateView.Circuit.CLOSED);
            Tenants.soon("the additional threads are gone").until(() -> Tenants.workers() == 16);
        }
    }

    /** Prints what a healthy store's ExternalSecrets wait, without and with sick stores; asserts no timing. */
    @Test
    @DisplayName("or hangs does not make a healthy one slower (measured with -Deso.faults.measure=true)")
    @EnabledIfSystemProperty(named = "eso.faults.measure", matches = "true")
    void measure() {
        for (int round = 0; round < 4; round++) {
            System.out.printf(
                    "round %d: p95 alone %.1f ms, beside a hanging store %.1f ms, beside a slow one %.1f ms%n",
                    round, p95(0), p95(1), p95(2));
        }
        try (Tenants tenants = new Tenants(options -> options).start()) {
            tenants.tenant("well").slow(Duration.ofMillis(100));
            long start = System.nanoTime();
            tenants.externalSecrets("well", 0, 2_000);
            tenants.awaitReady("well", 2_000);
            System.out.printf("2000 ExternalSecrets on a store of 100 ms: %.1f s%n", (System.nanoTime() - start) / 1e9);
        }
    }

    private static double p95(int kind) {
        int count = 300;
        try (Tenants tenants = new Tenants(options -> options).start()) {
            tenants.tenant("well").slow(Duration.ofMillis(20));
            if (kind > 0) {
                RecordingBackend sick = tenants.tenant("sick");
                if (kind == 1) {
                    sick.hang();
                } else {
                    sick.slow(Duration.ofSeconds(2));
                }
                tenants.externalSecrets("sick", 0, 300);
                Tenants.soon("the sick store is full")
                        .until(() -> tenants.gate("sick").inUse() == 48);
            }
            long[] waits = new long[count];
            for (int i = 0; i < count; i++) {
                long created = System.nanoTime();
                tenants.externalSecrets("well", i, i + 1);
                String name = "es" + i;
                while (tenants.readyAt("well", name) == Long.MAX_VALUE) {
                    Thread.onSpinWait();
                }
                waits[i] = tenants.readyAt("well", name) - created;
            }
            tenants.provider.backend("sick").release();
            Arrays.sort(waits);
            return waits[(int) (count * 0.95)] / 1e6;
        }
    }
}
