package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.Stores;
import dev.eso4j.core.cluster.LocalCluster;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Checks of stores")
class StoreChecksTest {
    private final ManualClock clock = new ManualClock();
    private final MemoryProvider backend = new MemoryProvider();
    private final LocalCluster cluster = LocalCluster.create();
    private final StoreClients clients = new StoreClients(
            cluster, Providers.of(List.of(backend)), ReferenceObserver.none(), CallListener.none(), clock, clock, 4);
    private final StoreChecks checks = new StoreChecks(clients);
    private final StoreObject store = Stores.plain("shop", "store");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        go.countDown();
        clients.close();
        cluster.close();
    }

    private void hang() {
        backend.beforeCheck = () -> {
            backend.beforeCheck = () -> {};
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Test
    @DisplayName("are remembered until they are renewed")
    void remembered() {
        assertThat(checks.verdict(store).usable()).isTrue();
        backend.check = ValidationResult.failed("away");
        assertThat(checks.verdict(store).usable()).isTrue();
        assertThat(checks.renew(store).usable()).isFalse();
        assertThat(checks.verdict(store).usable()).isFalse();
        assertThat(backend.count("check")).isEqualTo(2);
    }

    @Test
    @DisplayName("are made anew after they were forgotten, and for each generation of the store")
    void forgotten() {
        checks.verdict(store);
        checks.forget(false, "shop", "store");
        checks.verdict(store);
        checks.verdict(StoreObject.of(Stores.namespaced("shop", "store", 2, Stores.spec(Map.of()))));
        assertThat(backend.count("check")).isEqualTo(3);
    }

    @Test
    @DisplayName("of a store are never made twice at once: who comes meanwhile waits for the outcome")
    void onceAtATime() throws Exception {
        hang();
        CompletableFuture<StoreVerdict> first = CompletableFuture.supplyAsync(() -> checks.verdict(store));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<StoreVerdict> second = CompletableFuture.supplyAsync(() -> checks.verdict(store));
        go.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(second.get(10, TimeUnit.SECONDS));
        assertThat(backend.count("check")).isEqualTo(1);
    }

    @Test
    @DisplayName("can be forgotten while one is going on: the watch that noticed a change waits for no backend")
    void forgottenWhileChecking() throws Exception {
        hang();
        backend.check = ValidationResult.failed("the old token");
        CompletableFuture<StoreVerdict> slow = CompletableFuture.supplyAsync(() -> checks.verdict(store));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture.runAsync(() -> checks.forget(false, "shop", "store")).get(10, TimeUnit.SECONDS);
        go.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS).usable()).isFalse();
        backend.check = ValidationResult.ready();
        assertThat(checks.verdict(store).usable())
                .as("the verdict on the old token is not kept")
                .isTrue();
    }
}
