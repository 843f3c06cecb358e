package dev.eso4j.core;

import dev.eso4j.core.apply.EventRecorder;
import dev.eso4j.core.apply.EventSink;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.externalsecret.CoarseRefreshTime;
import dev.eso4j.core.externalsecret.ExternalSecretFarewell;
import dev.eso4j.core.externalsecret.ExternalSecretReconciler;
import dev.eso4j.core.externalsecret.ExternalSecretScope;
import dev.eso4j.core.render.TemplateSource;
import dev.eso4j.core.runtime.Controller;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.WorkQueue;
import dev.eso4j.core.secretstore.StoreReconciler;
import dev.eso4j.core.store.ReferenceObserver;
import dev.eso4j.core.store.ReferenceWatch;
import dev.eso4j.core.store.StoreGates;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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
    /** So many checks of stores may hang before checks of others wait. */
    private static final int SPARE_CHECKS = 32;

    private final Cluster cluster;
    private final EsoOperatorBuilder config;
    private final CoarseRefreshTime coarse;
    private final OperatorView view;
    private final Engine engine;
    private final OperatorTriggers triggers;
    private final List<Controller<NamespacedName>> controllers = new ArrayList<>();
    private final OperatorInformers informers;
    private final ClusterTemplates templates;
    private final WatchedManifests manifests;
    private final ReferenceWatch<Dependent> references;
    private final @Nullable EventRecorder recorder;
    private final OperatorInsight insight;
    private volatile OperatorHealth.State state = OperatorHealth.State.NEW;

    EsoOperator(EsoOperatorBuilder config) {
        this.config = config;
        this.cluster = config.cluster;
        this.triggers = new OperatorTriggers(config.ticker);
        Selection selection =
                config.namespace == null ? Selection.everyNamespace() : Selection.namespace(config.namespace);
        this.coarse = new CoarseRefreshTime(config.refreshTimeGranularity);
        this.templates = new ClusterTemplates(cluster, this::followTemplate);
        this.references = new ReferenceWatch<>(cluster, selection, templates::changed, this::referenceChanged);
        this.manifests = new WatchedManifests(
                cluster,
                selection,
                new ClusterManifests(cluster, new GenericTargets(cluster, config.genericTargets, config.ticker)),
                this::targetChanged);
        this.view = new OperatorView(cluster, config.namespace != null, this::targetChanged);
        this.recorder = config.events ? new EventRecorder(cluster, config.clock, config.ticker) : null;
        EventSink events = recorder == null ? EventSink.none() : recorder;
        this.engine = new Engine(
                cluster,
                config.options(triggers.externalSecrets::hasten),
                view,
                view,
                (store, kind, object) -> references.add(kind, object, new Dependent(store, null)),
                templates,
                manifests,
                new StatusCache(cluster, view, coarse),
                events,
                config.floodGate);
        this.insight = new OperatorInsight(
                this, view, engine.clients, () -> recorder == null ? 0 : recorder.dropped(), config.ticker);
        controllers.add(externalSecretController());
        if (config.secretStores) {
            controllers.add(storeController(events));
        }
        if (config.clusterStores) {
            controllers.add(clusterStoreController(events));
        }
        informers = new OperatorInformers(cluster, selection, config.clusterStores, view);
        triggers.listen(view, engine.checks, references);
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
        informers.start();
        // ExternalSecrets are worked on while they are still being listed; what decides about them must be there: the
        // stores for all, the targets for those that were synced before.
        return CompletableFuture.allOf(
                informers.stores().thenRun(this::work), informers.targets().thenRun(triggers.heldBack::release));
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
        boolean filled = informers.filled();
        return new OperatorHealth(
                state == OperatorHealth.State.RUNNING && !filled ? OperatorHealth.State.SYNCING : state,
                informers.troubles());
    }

    /** Returns the controllers, for metrics. */
    public List<Controller<NamespacedName>> controllers() {
        return List.copyOf(controllers);
    }

    /** Returns what shows what the operator is busy with. */
    public OperatorInsight insight() {
        return insight;
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
        informers.close();
        references.close();
        manifests.close();
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

    private void targetChanged(NamespacedName target) {
        triggers.targetChanged(view, target);
    }

    private void referenceChanged(Dependent dependent) {
        if (dependent.externalSecret() != null) {
            triggers.sourceChanged(dependent.externalSecret());
        }
        if (dependent.store() != null) {
            triggers.credentialChanged(view, engine.clients, engine.checks, dependent.store());
        }
    }

    /** Looks once more when the watch is there: what appeared since the first look was no news to anybody. */
    private void awaitTarget(NamespacedName externalSecret, NamespacedName target) {
        references.add(ReferenceObserver.Kind.SECRET, target, new Dependent(null, externalSecret));
        if (view.read(target.namespace(), target.name()).isPresent()) {
            triggers.externalSecrets.changed(externalSecret);
        }
    }

    private boolean followTemplate(TemplateSource source, String reader) {
        return references.add(
                ClusterTemplates.kind(source),
                new NamespacedName(source.namespace(), source.name()),
                new Dependent(null, new NamespacedName(source.namespace(), reader)));
    }

    private Controller<NamespacedName> externalSecretController() {
        ExternalSecretFarewell farewell = new ExternalSecretFarewell(cluster, view, engine.writer, manifests);
        OperatorPort port = new OperatorPort(
                view, triggers, references, engine.clients.gates(), farewell, coarse, this::awaitTarget);
        ExternalSecretReconciler reconciler = new ExternalSecretReconciler(
                port,
                engine.sync,
                new ExternalSecretScope(engine.stores, config.clusterStores),
                engine.reads,
                config.clock,
                config.ticker,
                config.syncs);
        return new Controller<>(
                "externalsecret",
                triggers.externalSecrets,
                reconciler,
                config.concurrent,
                StoreGates.SEATS,
                config.ticker,
                config.controllers);
    }

    private Controller<NamespacedName> storeController(EventSink events) {
        StoreWiring<?> wiring = StoreWiring.namespaced(
                cluster,
                view.secretStores,
                name -> storeGone(false, name),
                this::checked,
                store -> triggers.wake(view, false, OperatorView.key(store.metadata()), false));
        return storeController("secretstore", triggers.stores, wiring, events);
    }

    private Controller<NamespacedName> clusterStoreController(EventSink events) {
        StoreWiring<?> wiring = StoreWiring.clusterWide(
                cluster,
                view.clusterSecretStores,
                name -> storeGone(true, name),
                this::checked,
                store -> triggers.wake(view, true, OperatorView.key(store.metadata()), false));
        return storeController("clustersecretstore", triggers.clusterStores, wiring, events);
    }

    private Controller<NamespacedName> storeController(
            String name, WorkQueue<NamespacedName> queue, StoreWiring<?> wiring, EventSink events) {
        StoreReconciler reconciler = new StoreReconciler(
                wiring,
                engine.checks,
                engine.clients.providers(),
                events,
                config.clock,
                config.controllerClass,
                config.storeInterval);
        return new Controller<>(
                name,
                queue,
                reconciler,
                Math.min(4, config.concurrent),
                SPARE_CHECKS,
                config.ticker,
                config.controllers);
    }

    private void checked(StoreObject store, StoreVerdict verdict) {
        insight.checked(store);
        config.stores.checked(store, verdict);
    }

    private void storeGone(boolean clusterScoped, NamespacedName name) {
        engine.storeGone(clusterScoped, name);
        insight.gone(clusterScoped, name);
        config.stores.gone(clusterScoped, name);
    }
}
