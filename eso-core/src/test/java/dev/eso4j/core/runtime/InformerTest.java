package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.CountingCluster;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.cluster.WatchListener;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An informer")
class InformerTest {
    private static final String MANAGED = "reconcile.external-secrets.io/managed";

    private final LocalCluster local = LocalCluster.builder().retainedChanges(5).build();
    private final CountingCluster cluster = new CountingCluster(local);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Cache<SecretDigest> cache = new Cache<SecretDigest>(
                    d -> Versions.number(d.metadata().getResourceVersion()))
            .listen((before, after, initial) -> {
                SecretDigest secret = after == null ? before : after;
                told.add((before == null ? "added " : after == null ? "gone " : "changed ")
                        + (secret == null ? "" : secret.metadata().getName())
                        + (initial ? " initial" : ""));
            });
    private final Informer<SecretDigest> informer = new Informer<>(
            cluster, ResourceType.SECRET_DIGESTS, Selection.everyNamespace().withLabels(MANAGED + "=true"), cache);

    @AfterEach
    void close() {
        informer.close();
        local.close();
    }

    private void create(String name, String value) {
        ObjectMeta metadata = new ObjectMetaBuilder()
                .withNamespace("shop")
                .withName(name)
                .withLabels(Map.of(MANAGED, "true"))
                .build();
        local.create(
                ResourceType.SECRETS,
                KubeSecret.of(metadata, Map.of("k", value.getBytes(StandardCharsets.UTF_8)), null, null),
                "test");
    }

    private void start() throws Exception {
        informer.start();
        informer.synced().get(10, TimeUnit.SECONDS);
        await().until(() -> cluster.requests().stream().anyMatch(r -> r.startsWith("watch ")));
    }

    private static NamespacedName key(String name) {
        return new NamespacedName("shop", name);
    }

    @Test
    @DisplayName("lists what there is, then follows what changes")
    void follows() throws Exception {
        create("a", "1");
        start();
        assertThat(told).containsExactly("added a initial");
        create("b", "1");
        await().untilAsserted(() -> assertThat(told).contains("added b"));
        local.patch(ResourceType.SECRETS, "shop", "b", Map.of("data", Map.of("k", "Mg==")), "test");
        await().untilAsserted(() -> assertThat(told).contains("changed b"));
        local.delete(ResourceType.SECRETS, "shop", "a", Preconditions.none());
        await().untilAsserted(() -> assertThat(told).contains("gone a"));
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    @DisplayName("takes an object whose label no longer matches for gone, and one whose label matches again for new")
    void labelLeaves() throws Exception {
        create("a", "1");
        start();
        local.patch(
                ResourceType.SECRETS,
                "shop",
                "a",
                Map.of("metadata", Map.of("labels", Collections.singletonMap(MANAGED, null))),
                "test");
        await().untilAsserted(() -> assertThat(told).contains("gone a"));
        assertThat(cache.get(key("a"))).isEmpty();
        local.patch(
                ResourceType.SECRETS,
                "shop",
                "a",
                Map.of("metadata", Map.of("labels", Map.of(MANAGED, "true"))),
                "test");
        await().untilAsserted(() -> assertThat(cache.get(key("a"))).isPresent());
    }

    @Test
    @DisplayName("lists anew when its version is gone, and drops what vanished in the meantime")
    void relists() throws Exception {
        create("a", "1");
        create("b", "1");
        AtomicBoolean down = new AtomicBoolean();
        cluster.refuse(request -> down.get() && request.startsWith("watch ")
                ? new ClusterException(ClusterException.Reason.GONE, "too old")
                : null);
        down.set(true);
        informer.start();
        informer.synced().get(10, TimeUnit.SECONDS);
        local.delete(ResourceType.SECRETS, "shop", "a", Preconditions.none());
        create("c", "1");
        down.set(false);
        await().untilAsserted(() -> {
            assertThat(cache.get(key("a"))).isEmpty();
            assertThat(cache.get(key("c"))).isPresent();
        });
        assertThat(told).contains("gone a", "added c").doesNotContain("added c initial");
        assertThat(told).filteredOn(t -> t.contains(" b")).containsExactly("added b initial");
    }

    @Test
    @DisplayName("says what keeps it from watching, goes on when that is over, and misses nothing")
    void resumes() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        cluster.refuse(request -> down.get() && request.startsWith("watch ")
                ? new ClusterException(ClusterException.Reason.UNAVAILABLE, "the API server is away")
                : null);
        informer.start();
        informer.synced().get(10, TimeUnit.SECONDS);
        await().untilAsserted(() ->
                assertThat(informer.trouble()).isNotNull().hasMessageContaining("the API server is away"));
        create("a", "1");
        down.set(false);
        await().untilAsserted(() -> assertThat(cache.get(key("a"))).isPresent());
        await().untilAsserted(() -> assertThat(informer.trouble()).isNull());
        assertThat(cluster.requests()).filteredOn(r -> r.startsWith("list ")).hasSize(1);
    }

    /** A cluster whose watches end when and as a test says; lists are real. */
    private static final class EndingWatches implements InvocationHandler {
        private final Cluster real;
        private final Consumer<WatchListener<SecretDigest>> watch;

        private final List<String> from;

        EndingWatches(Cluster real, List<String> from, Consumer<WatchListener<SecretDigest>> watch) {
            this.real = real;
            this.from = from;
            this.watch = watch;
        }

        static Cluster over(Cluster real, Consumer<WatchListener<SecretDigest>> watch) {
            return over(real, new CopyOnWriteArrayList<>(), watch);
        }

        /** Adds to {@code from} the versions from which is watched. */
        static Cluster over(Cluster real, List<String> from, Consumer<WatchListener<SecretDigest>> watch) {
            return (Cluster) Proxy.newProxyInstance(
                    Cluster.class.getClassLoader(),
                    new Class<?>[] {Cluster.class},
                    new EndingWatches(real, from, watch));
        }

        @Override
        @SuppressWarnings("unchecked") // Only digests are watched here.
        public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
            if (!method.getName().equals("watch")) {
                return method.invoke(real, args);
            }
            from.add((String) args[2]);
            watch.accept((WatchListener<SecretDigest>) args[3]);
            return (Cluster.Watch) () -> {};
        }
    }

    private static SecretDigest digest(String name, int version) {
        ObjectMeta metadata = new ObjectMetaBuilder()
                .withNamespace("shop")
                .withName(name)
                .withResourceVersion(Integer.toString(version))
                .build();
        return SecretDigest.of(KubeSecret.of(metadata, Map.of(), null, null));
    }

    @Test
    @DisplayName("does not take what a watch tells a second time for news, so that what is gone stays gone")
    void replay() throws Exception {
        CompletableFuture<WatchListener<SecretDigest>> watch = new CompletableFuture<>();
        try (Informer<SecretDigest> replayed = new Informer<>(
                EndingWatches.over(local, watch::complete),
                ResourceType.SECRET_DIGESTS,
                Selection.everyNamespace(),
                cache)) {
            replayed.start();
            WatchListener<SecretDigest> listener = watch.get(10, TimeUnit.SECONDS);
            for (int i = 0; i < 2; i++) {
                listener.event(WatchListener.Change.ADDED, digest("a", 1001));
                listener.event(WatchListener.Change.MODIFIED, digest("a", 1002));
                listener.event(WatchListener.Change.DELETED, digest("a", 1003));
            }
            assertThat(told).containsExactly("added a", "changed a", "gone a");
        }
    }

    @Test
    @DisplayName("knows what it has already seen in this state or a later one, and resumes behind it")
    void known() throws Exception {
        List<String> from = new CopyOnWriteArrayList<>();
        CompletableFuture<WatchListener<SecretDigest>> watch = new CompletableFuture<>();
        CompletableFuture<WatchListener<SecretDigest>> next = new CompletableFuture<>();
        Cluster watches = EndingWatches.over(local, from, l -> {
            if (!watch.complete(l)) {
                next.complete(l);
            }
        });
        try (Informer<SecretDigest> informed =
                new Informer<>(watches, ResourceType.SECRET_DIGESTS, Selection.everyNamespace(), cache)) {
            informed.start();
            WatchListener<SecretDigest> listener = watch.get(10, TimeUnit.SECONDS);
            assertThat(listener.known(digest("a", 1001).metadata())).isFalse();
            listener.event(WatchListener.Change.ADDED, digest("a", 1001));
            cache.written(key("a"), digest("a", 1005));
            assertThat(listener.known(digest("a", 1003).metadata())).isTrue();
            assertThat(listener.known(digest("a", 1005).metadata())).isTrue();
            assertThat(listener.known(digest("a", 1002).metadata())).isTrue();
            assertThat(listener.known(digest("a", 1006).metadata())).isFalse();
            assertThat(told).containsExactly("added a");
            listener.closed(null);
            next.get(10, TimeUnit.SECONDS);
            assertThat(from.get(1))
                    .as("not behind 1005 again, though 1002 came later")
                    .isEqualTo("1005");
        }
    }

    @Test
    @DisplayName("begins anew at once when a watch that lasted goes silent, however often that happens")
    void silentAgainAndAgain() throws Exception {
        ManualClock clock = new ManualClock();
        AtomicInteger watches = new AtomicInteger();
        Cluster silent = EndingWatches.over(local, listener -> {
            watches.incrementAndGet();
            clock.advance(Duration.ofSeconds(150));
            listener.closed(new ClusterException(ClusterException.Reason.UNAVAILABLE, "timeout"));
        });
        try (Informer<SecretDigest> patient =
                new Informer<>(silent, ResourceType.SECRET_DIGESTS, Selection.everyNamespace(), cache, clock)) {
            patient.start();
            // With pauses that double, the twelfth watch would come after minutes.
            await().untilAsserted(() -> assertThat(watches).hasValueGreaterThan(12));
        }
    }

    @Test
    @DisplayName("survives a listener that fails: it lists anew and goes on")
    void failingListener() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        cache.listen((before, after, initial) -> {
            if (fails.getAndSet(false)) {
                throw new IllegalStateException("a defect");
            }
        });
        create("a", "1");
        create("b", "1");
        start();
        assertThat(cache.size()).isEqualTo(2);
        create("c", "1");
        await().untilAsserted(() -> assertThat(cache.get(key("c"))).isPresent());
    }

    @Test
    @DisplayName("ends its thread when it is closed, even before it has been started")
    void ends() throws Exception {
        new Informer<>(cluster, ResourceType.SECRET_DIGESTS, Selection.everyNamespace(), cache).close();
        start();
        informer.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().startsWith("eso-informer"));
    }

    @Test
    @DisplayName("lists first what it is told to, and each object once")
    void ahead() throws Exception {
        create("a", "1");
        create("b", "1");
        informer.ahead(Selection.everyNamespace().withFields("metadata.name=b"));
        start();

        assertThat(told).containsExactly("added b initial", "added a initial");
    }

    @Test
    @DisplayName("does without what it is to list first where that cannot be selected")
    void aheadRefused() throws Exception {
        create("a", "1");
        informer.ahead(Selection.everyNamespace().withFields("status.refreshTime="));
        start();

        assertThat(told).containsExactly("added a initial");
        assertThat(informer.trouble()).isNull();
        assertThat(cluster.requests().stream().filter(r -> r.startsWith("list ")))
                .hasSize(2);
    }
}
