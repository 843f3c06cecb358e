package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.Stores;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.ManagedClient;
import dev.eso4j.core.store.Providers;
import dev.eso4j.core.store.ReferenceObserver;
import dev.eso4j.core.store.StoreClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reads of a backend")
class BackendReadsTest {
    private static final RemoteKey DB = RemoteKey.of("db");

    private final ManualClock clock = new ManualClock();
    private final MemoryProvider backend = new MemoryProvider();
    private final LocalCluster cluster = LocalCluster.create();
    private final StoreClients clients = new StoreClients(
            cluster, Providers.of(List.of(backend)), ReferenceObserver.none(), CallListener.none(), clock, clock, 32);
    private final ManagedClient client = clients.client(Stores.plain("shop", "store"), "shop");
    private final BackendReads reads = new BackendReads(clock, Duration.ofSeconds(2));

    BackendReadsTest() {
        backend.secrets.put("db", "{\"user\":\"svc\"}");
    }

    @AfterEach
    void close() {
        clients.close();
        cluster.close();
    }

    private long sharedSince() {
        return clock.nanos() - reads.keepNanos();
    }

    @Test
    @DisplayName("are one, when many ask for one object at the same time")
    void singleFlight() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        backend.beforeRead = () -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(32);
        try {
            List<CompletableFuture<SecretValue>> answers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> reads.read(client, DB, 0).value(), pool));
            }
            await().until(() -> backend.reads() == 1);
            go.countDown();
            for (CompletableFuture<SecretValue> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(SecretValue.of("{\"user\":\"svc\"}"));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(backend.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("are one for a thousand ExternalSecrets of one store within the memo time")
    void thousand() {
        for (int i = 0; i < 1000; i++) {
            reads.read(client, DB, sharedSince());
            clock.advance(Duration.ofMillis(2));
        }
        assertThat(backend.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("are made anew once the memo time is over")
    void memoTime() {
        reads.read(client, DB, sharedSince());
        clock.advance(Duration.ofSeconds(2));
        reads.read(client, DB, sharedSince());
        assertThat(backend.reads()).isEqualTo(1);
        clock.advance(Duration.ofNanos(1));
        reads.read(client, DB, sharedSince());
        assertThat(backend.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("never give a sync that answers to a change a value that was read before it")
    void changed() {
        reads.read(client, DB, sharedSince());
        clock.advance(Duration.ofNanos(1));
        long changedAt = clock.nanos();
        backend.secrets.put("db", "{\"user\":\"new\"}");
        assertThat(reads.read(client, DB, changedAt).property("user")).isEqualTo(SecretValue.of("new"));
        reads.read(client, DB, changedAt);
        assertThat(backend.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("that are still under way are not waited for by who needs a later one")
    void changedWhileReading() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        backend.beforeRead = () -> {
            backend.beforeRead = () -> {};
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        CompletableFuture<SecretValue> slow =
                CompletableFuture.supplyAsync(() -> reads.read(client, DB, 0).value());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        clock.advance(Duration.ofNanos(1));
        assertThat(reads.read(client, DB, clock.nanos()).value()).isNotNull();
        assertThat(slow).isNotDone();
        go.countDown();
        slow.get(10, TimeUnit.SECONDS);
        reads.read(client, DB, clock.nanos());
        assertThat(backend.reads())
                .as("the late answer does not push out the newer one")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("share failures as they share answers")
    void failures() {
        backend.failure = () -> new AccessDeniedException("no entry", "ask for it");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> reads.read(client, DB, sharedSince())).isInstanceOf(AccessDeniedException.class);
        }
        backend.failure = null;
        assertThatThrownBy(() -> reads.read(client, RemoteKey.of("none"), 0)).isInstanceOf(NotFoundException.class);
        assertThat(backend.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("share no failure that is older than two seconds, whatever the memo time")
    void oldFailures() {
        BackendReads patient = new BackendReads(clock, Duration.ofMinutes(1));
        backend.failure = () -> new AccessDeniedException("no entry", "ask for it");
        long since = clock.nanos();
        assertThatThrownBy(() -> patient.read(client, DB, since)).isInstanceOf(AccessDeniedException.class);
        clock.advance(Duration.ofSeconds(2));
        backend.failure = null;
        assertThatThrownBy(() -> patient.read(client, DB, since)).isInstanceOf(AccessDeniedException.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(patient.read(client, DB, since).size()).isPositive();
        assertThat(backend.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("of different versions and of metadata are different reads")
    void differentKeys() {
        reads.read(client, DB, 0);
        reads.read(client, new RemoteKey("db", "2", DB.metadataPolicy()), 0);
        reads.read(client, new RemoteKey("db", null, dev.eso4j.api.spi.MetadataPolicy.FETCH), 0);
        assertThat(backend.reads()).isEqualTo(3);
    }

    @Test
    @DisplayName("by a search are shared as well")
    void searches() {
        FindRequest query = new FindRequest(null, "d.", null);
        assertThat(reads.find(client, query, 0)).containsOnlyKeys("db");
        reads.find(client, query, 0);
        reads.find(client, new FindRequest(null, "d.", Map.of()), 0);
        assertThat(backend.count("find ")).isEqualTo(2);
    }

    @Test
    @DisplayName("of two store identities are never shared")
    void identities() {
        ManagedClient other = clients.client(Stores.plain("bank", "store"), "bank");
        reads.read(client, DB, 0);
        reads.read(other, DB, 0);
        assertThat(backend.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("of a store are not shared between a client and the one that came after it")
    void newClient() {
        reads.read(client, DB, 0);
        clients.evict(identity -> true);
        ManagedClient next = clients.client(Stores.plain("shop", "store"), "shop");
        reads.read(next, DB, 0);
        assertThat(backend.reads()).isEqualTo(2);
    }

    @Test
    @DisplayName("that one store remembers have an upper bound in bytes, which does not touch other stores")
    void boundedPerStore() {
        String megabyte = "x".repeat((1 << 20) - 1024); // With what remembering it takes, a mebibyte at most.
        for (int i = 0; i < 20; i++) {
            backend.secrets.put("big-" + i, megabyte);
        }
        ManagedClient other = clients.client(Stores.plain("bank", "store"), "bank");
        reads.read(other, DB, 0);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20; i++) {
                reads.read(client, RemoteKey.of("big-" + i), 0);
            }
        }
        reads.read(other, DB, 0);
        assertThat(backend.count("read db")).isEqualTo(1);
        assertThat(backend.count("read big")).as("8 of 20 are remembered").isEqualTo(20 + 12);
    }

    @Test
    @DisplayName(
            "issue 6628: of one tenant, answers, failures and long keys alike, never fill the memory of the others")
    void issue6628() {
        ManagedClient other = clients.client(Stores.plain("bank", "store"), "bank");
        reads.read(other, DB, 0);
        String longKey = "k".repeat(1 << 20);
        for (int i = 0; i < 50; i++) {
            String missing = longKey + i;
            assertThatThrownBy(() -> reads.read(client, RemoteKey.of(missing), 0))
                    .isInstanceOf(NotFoundException.class);
            assertThat(reads.find(client, new FindRequest(missing, "none", null), 0))
                    .isEmpty();
        }
        assertThat(reads.remembered())
                .as("8 MiB of keys of 2 MiB each, and one")
                .isLessThanOrEqualTo(5);
        for (int i = 0; i < 40_000; i++) {
            String missing = "none-" + i;
            assertThatThrownBy(() -> reads.read(client, RemoteKey.of(missing), 0))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(reads.remembered()).as("8 MiB in entries of 512 bytes").isLessThan(17_000);
        reads.read(other, DB, 0);
        assertThat(backend.count("read db")).isEqualTo(1);
    }

    @Test
    @DisplayName("that all stores together remember have an upper bound in bytes; the oldest goes")
    void boundedInAll() {
        String chunk = "x".repeat(7 << 20);
        backend.secrets.put("big", chunk);
        List<ManagedClient> many = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            many.add(clients.client(Stores.plain("ns-" + i, "store"), "ns-" + i));
            reads.read(many.get(i), RemoteKey.of("big"), 0);
        }
        reads.read(many.get(4), RemoteKey.of("big"), 0);
        assertThat(backend.reads()).isEqualTo(5);
        reads.read(many.get(0), RemoteKey.of("big"), 0);
        assertThat(backend.reads()).isEqualTo(6);
    }

    @Test
    @DisplayName("that are over are forgotten even while an older one hangs, so that failures cannot pile up")
    void hungReadDoesNotKeepOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        backend.beforeRead = () -> {
            backend.beforeRead = () -> {};
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        CompletableFuture<SecretValue> hung =
                CompletableFuture.supplyAsync(() -> reads.read(client, DB, 0).value());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100; i++) {
            String name = "none-" + i;
            assertThatThrownBy(() -> reads.read(client, RemoteKey.of(name), 0)).isInstanceOf(NotFoundException.class);
        }
        assertThat(reads.remembered()).isEqualTo(101);
        clock.advance(Duration.ofSeconds(3));
        backend.secrets.put("other", "{}");
        reads.read(client, RemoteKey.of("other"), 0);
        assertThat(reads.remembered()).isEqualTo(2);
        go.countDown();
        hung.get(10, TimeUnit.SECONDS);
    }
}
