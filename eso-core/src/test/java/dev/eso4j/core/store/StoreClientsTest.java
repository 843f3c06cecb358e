package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import dev.eso4j.api.store.SecretStoreRetrySettings;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.Stores;
import dev.eso4j.core.cluster.LocalCluster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clients of stores")
class StoreClientsTest {
    private final ManualClock clock = new ManualClock();
    private final MemoryProvider backend = new MemoryProvider();
    private final LocalCluster cluster = LocalCluster.create();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final StoreClients clients = new StoreClients(
            cluster,
            Providers.of(List.of(backend)),
            ReferenceObserver.none(),
            (provider, store, operation, success, nanos) ->
                    calls.add(provider + " " + operation + " " + (success ? "success" : "error")),
            clock,
            clock,
            2);

    @AfterEach
    void close() {
        clients.close();
        cluster.close();
    }

    private static StoreObject store(long generation) {
        return StoreObject.of(Stores.namespaced("shop", "store", generation, Stores.spec(Map.of())));
    }

    private static StoreObject shared(Map<String, Object> config) {
        return StoreObject.of(Stores.clusterWide("shared", 1, Stores.spec(config)));
    }

    @Test
    @DisplayName("are one for each store, kept across syncs")
    void one() {
        ManagedClient first = clients.client(store(1), "shop");
        assertThat(clients.client(store(1), "shop")).isSameAs(first);
        assertThat(clients.client(Stores.plain("bank", "store"), "bank")).isNotSameAs(first);
        assertThat(backend.connects).hasValue(2);
    }

    @Test
    @DisplayName("are one, when many ask for it at the same time")
    void oneAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<ManagedClient>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(CompletableFuture.supplyAsync(() -> clients.client(store(1), "shop"), pool));
            }
            for (CompletableFuture<ManagedClient> client : all) {
                assertThat(client.get(10, TimeUnit.SECONDS)).isSameAs(all.get(0).join());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(backend.connects).hasValue(1);
    }

    @Test
    @DisplayName("of a ClusterSecretStore are shared by all namespaces, unless its credentials are the consumer's")
    void referent() {
        assertThat(clients.client(shared(Map.of()), "shop")).isSameAs(clients.client(shared(Map.of()), "bank"));
        StoreObject referent = StoreObject.of(Stores.clusterWide("referent", 1, Stores.spec(Map.of("referent", true))));
        ManagedClient shop = clients.client(referent, "shop");
        ManagedClient bank = clients.client(referent, "bank");
        assertThat(shop).isNotSameAs(bank);
        assertThat(shop.identity().consumerNamespace()).isEqualTo("shop");
        assertThat(clients.client(referent, "shop")).isSameAs(shop);
    }

    @Test
    @DisplayName("ask the provider once for each manifest whether its credentials are the consumer's")
    void referentOnce() {
        for (int i = 0; i < 3; i++) {
            clients.client(shared(Map.of()), "shop");
            clients.gate(shared(Map.of()), "bank");
        }
        assertThat(backend.referentAsked).hasValue(1);
        StoreObject changed = StoreObject.of(Stores.clusterWide("shared", 2, Stores.spec(Map.of("referent", true))));
        assertThat(clients.client(changed, "shop")).isNotSameAs(clients.client(changed, "bank"));
        assertThat(backend.referentAsked).hasValue(2);
        clients.evict(identity -> true);
        clients.client(changed, "shop");
        assertThat(backend.referentAsked).hasValue(3);
    }

    @Test
    @DisplayName("are made anew when the store's spec changes, and the old one is closed")
    void newGeneration() {
        ManagedClient old = clients.client(store(1), "shop");
        assertThat(clients.client(store(2), "shop")).isNotSameAs(old);
        assertThat(backend.count("close")).isEqualTo(1);
    }

    @Test
    @DisplayName("are made anew after they were evicted, as when a credential changes")
    void evicted() {
        ManagedClient old = clients.client(store(1), "shop");
        clients.evict(old.identity()::equals);
        assertThat(backend.count("close")).isEqualTo(1);
        assertThat(clients.client(store(1), "shop")).isNotSameAs(old);
    }

    @Test
    @DisplayName("are closed only when the last call has come back, and once")
    void closedAfterLastCall() throws Exception {
        ManagedClient client = clients.client(store(1), "shop");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> client.call("read", "db", c -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        clients.close();
        assertThat(backend.count("close")).isZero();
        go.countDown();
        call.get(10, TimeUnit.SECONDS);
        assertThat(backend.count("close")).isEqualTo(1);
        clients.close();
        assertThat(backend.count("close")).isEqualTo(1);
    }

    @Test
    @DisplayName("that are closed make no call any more: who still has one is told to come again")
    void noCallAfterClose() {
        ManagedClient client = clients.client(store(1), "shop");
        clients.close();
        assertThatThrownBy(() -> client.call("read", "db", c -> c.read(RemoteKey.of("db"))))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SecretStore \"store\" in namespace \"shop\"");
        assertThat(backend.reads()).isZero();
        assertThat(backend.count("close")).isEqualTo(1);
    }

    @Test
    @DisplayName("make no more calls at the same time than the store's budget allows")
    void budget() throws Exception {
        ManagedClient client = clients.client(store(1), "shop");
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(CompletableFuture.runAsync(
                        () -> client.call("read", "db", c -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.onSpinWait();
                            return now.decrementAndGet();
                        }),
                        pool));
            }
            for (CompletableFuture<Void> call : all) {
                call.get(10, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    @DisplayName("tell of each call; that there is no such object is an answer, not an error")
    void listener() {
        ManagedClient client = clients.client(store(1), "shop");
        client.call("check", "", SecretsClient::check);
        assertThatThrownBy(() -> client.call("read", "db", c -> c.read(RemoteKey.of("none"))))
                .isNotNull();
        assertThatThrownBy(() -> client.call("read", "db", c -> {
                    throw new IllegalStateException("canary");
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("canary")
                .hasNoCause();
        assertThat(calls)
                .startsWith("memory check success", "memory read success")
                .filteredOn(c -> c.endsWith("error"))
                .as("a defect is tried again like any failure that may pass")
                .hasSize(3);
    }

    @Test
    @DisplayName("can be evicted while they are being connected: the watch that noticed a change waits for no backend")
    void evictedWhileConnecting() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        backend.beforeConnect = () -> {
            backend.beforeConnect = () -> {};
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        CompletableFuture<ManagedClient> client = CompletableFuture.supplyAsync(() -> clients.client(store(1), "shop"));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture.runAsync(() -> clients.evict(identity -> true)).get(10, TimeUnit.SECONDS);
        go.countDown();
        assertThat(client.get(10, TimeUnit.SECONDS).usable()).isTrue();
        assertThat(backend.connects)
                .as("the first may have seen the old credentials")
                .hasValue(2);
        assertThat(backend.count("close")).isEqualTo(1);
    }

    @Test
    @DisplayName("that cannot be connected are tried again at the next use, and a defect's text stays where it is")
    void connectFails() {
        backend.beforeConnect = () -> {
            throw new IllegalStateException("canary");
        };
        assertThatThrownBy(() -> clients.client(store(1), "shop"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("failed inside provider memory with IllegalStateException")
                .hasMessageNotContaining("canary")
                .hasNoCause();
        backend.beforeConnect = () -> {};
        assertThat(clients.client(store(1), "shop")).isNotNull();
    }

    @Test
    @DisplayName("of a store whose retry settings are no duration are not made")
    void retrySettings() {
        SecretStoreSpec spec = new SecretStoreSpec(
                null,
                SecretStoreProviderSpec.of(Map.of("memory", Map.of())),
                new SecretStoreRetrySettings(3, "soon"),
                null,
                List.of());
        assertThatThrownBy(() -> clients.client(StoreObject.of(Stores.namespaced("shop", "s", 1, spec)), "shop"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("spec.retrySettings.retryInterval");
    }
}
