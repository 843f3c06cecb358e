package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.store.GateView;
import dev.eso4j.core.store.StoreGates;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A store that hangs")
class HangingStoreTest {
    private static final int MANY = 200;

    @Test
    @DisplayName("keeps nobody else from becoming ready, takes no more calls than its bound, and loses nobody")
    void others() {
        try (Tenants tenants = new Tenants(options -> options).start()) {
            RecordingBackend sick = tenants.tenant("sick").hang();
            tenants.tenant("one");
            tenants.tenant("two");
            tenants.externalSecrets("sick", 0, MANY);
            Tenants.soon("the sick store is full").until(() -> sick.waiting() == 48);
            tenants.externalSecrets("one", 0, MANY);
            tenants.externalSecrets("two", 0, MANY);
            tenants.awaitReady("one", MANY);
            tenants.awaitReady("two", MANY);
            assertThat(tenants.count("sick", "True")).isZero();
            assertThat(sick.mostAtOnce()).isEqualTo(48);
            assertThat(tenants.gate("sick").waiting()).isEqualTo(MANY - 48);
            assertThat(Tenants.workers()).isLessThanOrEqualTo(16 + StoreGates.SEATS);
            sick.release();
            tenants.awaitReady("sick", MANY);
            assertThat(sick.mostAtOnce()).isLessThanOrEqualTo(48);
            assertThat(tenants.provider.count("read")).isEqualTo(3 * MANY);
            Tenants.soon("the additional threads are gone").until(() -> Tenants.workers() == 16);
        }
    }

    @Test
    @DisplayName("as many others do, leaves seats for one that is well")
    void manyHang() {
        try (Tenants tenants = new Tenants(options -> options).start()) {
            List<RecordingBackend> sick = IntStream.range(0, 6)
                    .mapToObj(i -> tenants.tenant("sick" + i).hang())
                    .toList();
            tenants.tenant("well");
            IntStream.range(0, 6).forEach(i -> tenants.externalSecrets("sick" + i, 0, 60));
            Tenants.soon("all seats that they can get are taken")
                    .until(() -> sick.stream().allMatch(b -> b.waiting() > 0));
            tenants.externalSecrets("well", 0, 50);
            tenants.awaitReady("well", 50);
            sick.forEach(RecordingBackend::release);
            IntStream.range(0, 6).forEach(i -> tenants.awaitReady("sick" + i, 60));
        }
    }

    @Test
    @DisplayName(
            "while many wait for the same object, and while it is checked for the first time, disturbs nobody either")
    void sharedWaits() {
        try (Tenants tenants = new Tenants(options -> options).start()) {
            RecordingBackend sick = tenants.tenant("sick").put("k", "{}").hang();
            tenants.tenant("well");
            RecordingBackend unchecked = tenants.provider.backend("unchecked").hang();
            tenants.cluster.load("""
                    apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: store, namespace: unchecked}
                    spec: {provider: {recording: {}}}
                    """);
            tenants.externalSecrets("unchecked", 0, 100);
            for (int i = 0; i < 100; i++) {
                tenants.externalSecret("sick", "es" + i, "k", "{name: store}");
            }
            Tenants.soon("the sick one has all the seats that it can get")
                    .until(() -> tenants.gate("sick").waiting() > 0);
            assertThat(sick.waiting()).isPositive();
            tenants.externalSecrets("well", 0, 50);
            tenants.awaitReady("well", 50);
            sick.release();
            unchecked.release();
            tenants.awaitReady("sick", 100);
            tenants.awaitReady("unchecked", 100);
        }
    }

    @Test
    @DisplayName("is given up: the message names store, object and limit, the threads come back, and it is tried again")
    void givenUp() {
        try (CanaryLeak canary = CanaryLeak.open();
                Tenants tenants = new Tenants(options -> options.callLimit(Duration.ofMillis(700))).start()) {
            RecordingBackend sick = tenants.tenant("sick").hang();
            tenants.externalSecrets("sick", 0, 5);
            sick.put("k0", canary.value());
            Tenants.soon("all are given up").until(() -> tenants.count("sick", "False") == 5);
            assertThat(tenants.ready("sick", "es3").orElseThrow().message())
                    .contains(
                            "read of k3", "SecretStore \"store\" in namespace \"sick\"", "700 ms", "--backend-timeout");
            assertThat(sick.interrupted()).isGreaterThanOrEqualTo(5);
            assertThat(tenants.gate("sick").givenUp()).isGreaterThanOrEqualTo(5);
            sick.put("k0", "{\"user\":\"" + canary.value() + "\"}").release();
            tenants.awaitReady("sick", 5);
            assertThat(sick.waiting()).isZero();
            assertThat(tenants.gate("sick").inUse()).isZero();
            Tenants.soon("the additional threads are gone").until(() -> Tenants.workers() == 16);
            canary.look("gates", tenants.operator().insight().gates().toString());
            canary.look(tenants.cluster);
            canary.assertNowhere();
        }
    }

    @Test
    @DisplayName(
            "for hundreds is asked by one call at a time after a while, and by all, in turn, when it is well again")
    void opensCircuit() {
        try (Tenants tenants = new Tenants(options -> options.callLimit(Duration.ofMillis(500))).start()) {
            RecordingBackend sick = tenants.tenant("sick").hang();
            tenants.externalSecrets("sick", 0, MANY);
            Tenants.soon("everybody says so").until(() -> tenants.count("sick", "False") == MANY);
            assertThat(tenants.provider.count("read")).isLessThanOrEqualTo(2 * 48);
            assertThat(tenants.gate("sick").opened()).isPositive();
            sick.release();
            tenants.awaitReady("sick", MANY);
            assertThat(tenants.gate("sick").circuit()).isEqualTo(GateView.Circuit.CLOSED);
        }
    }

    @Test
    @DisplayName(
            "or fails for one tenant of a ClusterSecretStore with credentials of its own, is closed to that one only")
    void oneTenant() {
        try (Tenants tenants = new Tenants(options -> options)) {
            tenants.provider.referent();
            tenants.cluster.load("""
                    apiVersion: external-secrets.io/v1
                    kind: ClusterSecretStore
                    metadata: {name: shared}
                    spec: {provider: {recording: {}}, retrySettings: {maxRetries: 0}}
                    """);
            tenants.start();
            tenants.provider.backend("bad").fail(() -> new UnavailableException("away", "", null, null));
            String store = "{name: shared, kind: ClusterSecretStore}";
            for (int i = 0; i < 30; i++) {
                tenants.externalSecret("bad", "es" + i, "k" + i, store);
            }
            Tenants.soon("all of the bad one fail").until(() -> tenants.count("bad", "False") == 30);
            assertThat(tenants.gate("bad").opened()).isPositive();
            for (int i = 0; i < 30; i++) {
                tenants.provider.backend("good").put("k" + i, "{}");
                tenants.externalSecret("good", "es" + i, "k" + i, store);
            }
            tenants.awaitReady("good", 30);
            assertThat(tenants.gate("good").opened()).isZero();
        }
    }
}
