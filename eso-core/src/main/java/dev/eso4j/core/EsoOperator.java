package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.core.apply.EventRecorder;
import dev.eso4j.core.apply.EventSink;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.externalsecret.ExternalSecretFarewell;
import dev.eso4j.core.externalsecret.ExternalSecretPort;
import dev.eso4j.core.externalsecret.ExternalSecretReconciler;
import dev.eso4j.core.externalsecret.ExternalSecretScope;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.runtime.Controller;
import dev.eso4j.core.runtime.Informer;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.WorkQueue;
import dev.eso4j.core.secretstore.StoreReconciler;
import dev.eso4j.core.store.ReferenceObserver;
import dev.eso4j.core.store.ReferenceWatch;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreVerdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A running operator: keeps the targets of all ExternalSecrets of a cluster as they should be until it is stopped.
 *
 * <p>Owns its threads and connections between {@link #start} and {@link #stop}, has no static state, and never ends the
 * process; several may run in one JVM. Can be started once. Thread-safe.
 */
public final class EsoOperator implements AutoCloseable {
    /** So many dependents of a store are woken at once; the rest follows one by one. */
    private static final int AT_ONCE = 100;

    private static final long SPREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Cluster cluster;
    private final EsoOperatorBuilder config;
    private final OperatorView view;
    private final Engine engine;
    private final WorkQueue<NamespacedName> queue;
    private final List<Controller<NamespacedName>> controllers = new ArrayList<>();
    private final List<Informer<?>> informers = new ArrayList<>();
    private final ReferenceWatch<Dependent> references;
    private final @Nullable EventRecorder recorder;
    private final Set<NamespacedName> forced = ConcurrentHashMap.newKeySet();
    private final Controller<NamespacedName> storeController;
    private final Controller<NamespacedName> clusterStoreController;
    private volatile OperatorHealth.State state = OperatorHealth.State.NEW;
    private @Nullable CompletableFuture<Void> started;

    EsoOperator(EsoOperatorBuilder config) {
        this.config = config;
        this.cluster = config.cluster;
        this.queue = new WorkQueue<>(config.ticker);
        Selection selection =
                config.namespace == null ? Selection.everyNamespace() : Selection.namespace(config.namespace);
        this.references = new ReferenceWatch<>(cluster, selection, this::referenceChanged);
        this.view = new OperatorView(cluster, config.namespace != null, this::targetChanged);
        this.recorder = config.events ? new EventRecorder(cluster, config.clock, config.ticker) : null;
        EventSink events = recorder == null ? EventSink.none() : recorder;
        this.engine = new Engine(
                cluster,
                config.options(),
                view,
                view,
                (store, kind, object) -> references.add(kind, object, new Dependent(store, null)),
                this::writeStatus,
                events,
                config.floodGate);
        this.storeController = storeController(events);
        this.clusterStoreController = clusterStoreController(events);
        controllers.add(new Controller<>(
                "externalsecret",
                queue,
                new ExternalSecretReconciler(
                        new Port(),
                        engine.sync,
                        new ExternalSecretScope(engine.stores, config.clusterStores),
                        engine.reads,
                        config.clock,
                        config.ticker,
                        config.syncs),
                config.concurrent,
                config.ticker,
                config.controllers));
        if (config.secretStores) {
            controllers.add(storeController);
        }
        if (config.clusterStores) {
            controllers.add(clusterStoreController);
        }
        informers.add(new Informer<>(cluster, ResourceType.SECRET_STORES, selection, view.secretStores));
        if (config.clusterStores) {
            informers.add(new Informer<>(
                    cluster, ResourceType.CLUSTER_SECRET_STORES, Selection.everyNamespace(), view.clusterSecretStores));
        }
        informers.add(new Informer<>(
                cluster,
                ResourceType.SECRET_DIGESTS,
                selection.withLabels(Ownership.MANAGED_LABEL + "=true"),
                view.secrets));
        informers.add(new Informer<>(cluster, ResourceType.EXTERNAL_SECRETS, selection, view.externalSecrets));
        view.externalSecrets.listen(this::externalSecretChanged);
        view.secretStores.listen(
                (before, after, initial) -> storeChanged(storeController, false, before, after, initial));
        view.clusterSecretStores.listen(
                (before, after, initial) -> storeChanged(clusterStoreController, true, before, after, initial));
    }

    /** Returns a builder for an operator of {@code cluster}, which it does not close. */
    public static EsoOperatorBuilder builder(Cluster cluster) {
        return new EsoOperatorBuilder(cluster);
    }

    /**
     * Starts the operator and returns at once.
     *
     * @return completes when the caches are filled and the work has begun
     * @throws IllegalStateException if it has been started before
     */
    public synchronized CompletableFuture<Void> start() {
        if (state != OperatorHealth.State.NEW) {
            throw new IllegalStateException("the operator has been started before; build a new one");
        }
        state = OperatorHealth.State.SYNCING;
        if (recorder != null) {
            recorder.start();
        }
        informers.forEach(Informer::start);
        // ExternalSecrets are worked on while they are still being listed; what decides about them must be there.
        CompletableFuture<?>[] needed = informers.subList(0, informers.size() - 1).stream()
                .map(Informer::synced)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> ready = CompletableFuture.allOf(needed).thenRun(this::work);
        started = ready;
        return ready;
    }

    private synchronized void work() {
        if (state == OperatorHealth.State.SYNCING) {
            controllers.forEach(Controller::start);
            state = OperatorHealth.State.RUNNING;
        }
    }

    /** Starts the operator and waits until it works. */
    public void startAndWait(Duration patience) throws InterruptedException, TimeoutException {
        try {
            start().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("the operator could not be started", e);
        }
    }

    /** Returns how the operator is. */
    public OperatorHealth health() {
        List<String> troubles = informers.stream()
                .flatMap(i -> Optional.ofNullable(i.trouble()).stream())
                .map(e -> String.valueOf(e.getMessage()))
                .toList();
        boolean filled = informers.stream().allMatch(i -> i.synced().isDone());
        return new OperatorHealth(
                state == OperatorHealth.State.RUNNING && !filled ? OperatorHealth.State.SYNCING : state, troubles);
    }

    /** Returns the controllers, for metrics. */
    public List<Controller<NamespacedName>> controllers() {
        return List.copyOf(controllers);
    }

    /**
     * Stops: takes no more work, lets what is going on end for at most {@code patience}, then closes everything.
     *
     * @return whether all work ended in time
     */
    public boolean stop(Duration patience) {
        synchronized (this) {
            if (state == OperatorHealth.State.STOPPED) {
                return true;
            }
            state = OperatorHealth.State.STOPPED;
        }
        boolean ended = true;
        try {
            controllers.forEach(c -> c.queue().close());
            long end = System.nanoTime() + patience.toNanos();
            for (Controller<NamespacedName> controller : controllers) {
                ended &= controller.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = false;
        }
        informers.forEach(Informer::close);
        references.close();
        view.close();
        engine.close();
        if (recorder != null) {
            recorder.close();
        }
        return ended;
    }

    /** Stops, giving work that is going on five seconds. */
    @Override
    public void close() {
        stop(Duration.ofSeconds(5));
    }

    private void writeStatus(ExternalSecret externalSecret, ExternalSecretStatus status) {
        NamespacedName key = OperatorView.key(externalSecret.getMetadata());
        view.externalSecrets.written(
                key,
                cluster.patchStatus(
                        ResourceType.EXTERNAL_SECRETS, key.namespace(), key.name(), Map.of("status", status), "eso4j"));
    }

    private void externalSecretChanged(
            @Nullable ExternalSecret before, @Nullable ExternalSecret after, boolean initial) {
        if (after == null) {
            if (before != null) {
                NamespacedName key = OperatorView.key(before.getMetadata());
                forced.remove(key);
                queue.changed(key);
            }
            return;
        }
        NamespacedName key = OperatorView.key(after.getMetadata());
        if (before == null && initial) {
            // Nobody has changed anything just now; what was never synced still goes first.
            boolean synced = after.getStatus() != null && after.getStatus().refreshTime() != null;
            queue.add(
                    key,
                    synced ? dev.eso4j.core.runtime.Lane.REFRESH : dev.eso4j.core.runtime.Lane.CHANGED,
                    Long.MIN_VALUE);
        } else if (before == null || differs(before.getMetadata(), after.getMetadata())) {
            queue.changed(key);
        }
    }

    private static boolean differs(ObjectMeta a, ObjectMeta b) {
        return !Objects.equals(a.getGeneration(), b.getGeneration())
                || !Objects.equals(a.getUid(), b.getUid())
                || !Objects.equals(a.getLabels(), b.getLabels())
                || !Objects.equals(a.getAnnotations(), b.getAnnotations())
                || !Objects.equals(a.getFinalizers(), b.getFinalizers())
                || !Objects.equals(a.getDeletionTimestamp(), b.getDeletionTimestamp());
    }

    private <S extends HasMetadata> void storeChanged(
            Controller<NamespacedName> controller,
            boolean clusterScoped,
            @Nullable S before,
            @Nullable S after,
            boolean initial) {
        S store = after == null ? before : after;
        if (store == null || after != null && before != null && !differs(before.getMetadata(), after.getMetadata())) {
            return;
        }
        NamespacedName key = OperatorView.key(store.getMetadata());
        controller.queue().changed(key);
        if (!initial) {
            engine.checks.forget(clusterScoped, key.namespace(), key.name());
            wake(clusterScoped, key, true);
        }
    }

    private void targetChanged(NamespacedName target) {
        view.externalSecrets
                .indexed(OperatorView.BY_TARGET, target.namespace() + "/" + target.name())
                .forEach(queue::changed);
    }

    private void referenceChanged(Dependent dependent) {
        if (dependent.externalSecret != null) {
            queue.changed(dependent.externalSecret);
        }
        StoreIdentity store = dependent.store;
        if (store != null) {
            engine.clients.evict(store::equals);
            String namespace = store.namespace() == null ? "" : store.namespace();
            engine.checks.forget(store.clusterScoped(), namespace, store.name());
            NamespacedName key = new NamespacedName(namespace, store.name());
            (store.clusterScoped() ? clusterStoreController : storeController)
                    .queue()
                    .changed(key);
            wake(store.clusterScoped(), key, true);
        }
    }

    /** Queues those who depend on a store; when they are many, spread out, so that a backend is not run over. */
    private void wake(boolean clusterScoped, NamespacedName store, boolean force) {
        long now = config.ticker.nanos();
        int i = 0;
        for (NamespacedName dependent : view.externalSecrets.indexed(
                OperatorView.BY_STORE, OperatorView.storeTerm(clusterScoped, store.namespace(), store.name()))) {
            if (force) {
                forced.add(dependent);
            }
            if (i++ < AT_ONCE) {
                queue.changed(dependent);
            } else {
                queue.addAfter(dependent, (i - AT_ONCE) * SPREAD_NANOS, now);
            }
        }
    }

    private Controller<NamespacedName> storeController(EventSink events) {
        StoreWiring<?> wiring = StoreWiring.namespaced(
                cluster,
                view.secretStores,
                name -> storeGone(false, name),
                this::storeChecked,
                store -> wake(false, OperatorView.key(store.metadata()), false));
        return storeController("secretstore", wiring, events);
    }

    private Controller<NamespacedName> clusterStoreController(EventSink events) {
        StoreWiring<?> wiring = StoreWiring.clusterWide(
                cluster,
                view.clusterSecretStores,
                name -> storeGone(true, name),
                this::storeChecked,
                store -> wake(true, OperatorView.key(store.metadata()), false));
        return storeController("clustersecretstore", wiring, events);
    }

    private Controller<NamespacedName> storeController(String name, StoreWiring<?> wiring, EventSink events) {
        return new Controller<>(
                name,
                new WorkQueue<>(config.ticker),
                new StoreReconciler(
                        wiring,
                        engine.checks,
                        engine.clients.providers(),
                        events,
                        config.clock,
                        config.controllerClass,
                        config.storeInterval),
                Math.min(4, config.concurrent),
                config.ticker,
                config.controllers);
    }

    private void storeGone(boolean clusterScoped, NamespacedName name) {
        engine.checks.forget(clusterScoped, name.namespace(), name.name());
        engine.clients.evict(id -> id.clusterScoped() == clusterScoped
                && id.name().equals(name.name())
                && (clusterScoped || name.namespace().equals(id.namespace())));
        config.stores.gone(clusterScoped, name);
    }

    private void storeChecked(StoreObject store, StoreVerdict verdict) {
        config.stores.checked(store, verdict);
    }

    /** Who depends on a watched object: a store, or an ExternalSecret that waits for its target to appear. */
    private record Dependent(
            @Nullable StoreIdentity store, @Nullable NamespacedName externalSecret) {}

    private final class Port implements ExternalSecretPort {
        private final ExternalSecretFarewell farewell = new ExternalSecretFarewell(cluster, view, engine.writer);

        @Override
        public Optional<ExternalSecret> find(NamespacedName key) {
            return view.externalSecrets.get(key);
        }

        @Override
        public boolean takeForced(NamespacedName key) {
            return forced.remove(key);
        }

        @Override
        public void finish(ExternalSecret externalSecret) {
            farewell.finish(externalSecret);
        }

        @Override
        public void awaitTarget(NamespacedName externalSecret, NamespacedName target) {
            references.add(ReferenceObserver.Kind.SECRET, target, new Dependent(null, externalSecret));
        }
    }
}
