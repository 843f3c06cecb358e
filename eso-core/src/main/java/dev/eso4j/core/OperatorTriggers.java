package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.core.runtime.Lane;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.runtime.WorkQueue;
import dev.eso4j.core.store.ReferenceWatch;
import dev.eso4j.core.store.StoreChecks;
import dev.eso4j.core.store.StoreClients;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** From what changed in the cluster to what has to be worked on. Thread-safe; nothing here blocks. */
final class OperatorTriggers {
    /** So many dependents of a store are woken at once; the rest follows one by one. */
    private static final int AT_ONCE = 100;

    private static final long SPREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    final WorkQueue<NamespacedName> externalSecrets;
    final WorkQueue<NamespacedName> stores;
    final WorkQueue<NamespacedName> clusterStores;
    final HeldBack heldBack;
    private final Set<NamespacedName> forced = ConcurrentHashMap.newKeySet();
    private final Ticker ticker;

    OperatorTriggers(Ticker ticker) {
        this.ticker = ticker;
        this.externalSecrets = new WorkQueue<>(ticker);
        this.heldBack = new HeldBack(externalSecrets);
        this.stores = new WorkQueue<>(ticker);
        this.clusterStores = new WorkQueue<>(ticker);
    }

    /** Connects the caches to the queues; must happen before the first object comes. */
    void listen(OperatorView view, StoreChecks checks, ReferenceWatch<Dependent> references) {
        view.externalSecrets.listen(this::externalSecretChanged);
        view.secretStores.listen((before, after, initial) -> {
            outdated(references, false, before, after);
            storeChanged(view, checks, stores, false, before, after, initial);
        });
        view.clusterSecretStores.listen((before, after, initial) -> {
            outdated(references, true, before, after);
            storeChanged(view, checks, clusterStores, true, before, after, initial);
        });
        view.namespaces.listen((before, after, initial) -> namespaceChanged(view, before, after, initial));
    }

    /** Returns whether a refresh was asked for whatever the interval says, and takes the wish back. */
    boolean takeForced(NamespacedName externalSecret) {
        return forced.remove(externalSecret);
    }

    /** Gives a wish for a refresh back that was taken and could not be granted yet. */
    void force(NamespacedName externalSecret) {
        forced.add(externalSecret);
    }

    /** What a target is made of has changed, and no interval makes that wait. */
    void sourceChanged(NamespacedName externalSecret) {
        forced.add(externalSecret);
        externalSecrets.changed(externalSecret);
    }

    /** Somebody else has changed a target. */
    void targetChanged(OperatorView view, NamespacedName target) {
        view.externalSecrets
                .indexed(OperatorView.BY_TARGET, target.namespace() + "/" + target.name())
                .forEach(externalSecrets::changed);
    }

    /** Something that a store's credentials were read from has changed. */
    void credentialChanged(OperatorView view, StoreClients clients, StoreChecks checks, StoreIdentity store) {
        clients.evict(store::equals);
        String namespace = store.namespace() == null ? "" : store.namespace();
        checks.forget(store.clusterScoped(), namespace, store.name());
        NamespacedName key = new NamespacedName(namespace, store.name());
        (store.clusterScoped() ? clusterStores : stores).changed(key);
        wake(view, store.clusterScoped(), key, true);
    }

    /** Queues those who depend on a store; when they are many, spread out, so that a backend is not run over. */
    void wake(OperatorView view, boolean clusterScoped, NamespacedName store, boolean force) {
        wake(
                view.externalSecrets.indexed(
                        OperatorView.BY_STORE, OperatorView.storeTerm(clusterScoped, store.namespace(), store.name())),
                force);
    }

    private void wake(Set<NamespacedName> dependents, boolean force) {
        long now = ticker.nanos();
        int i = 0;
        for (NamespacedName dependent : dependents) {
            if (force) {
                forced.add(dependent);
            }
            if (i++ < AT_ONCE) {
                externalSecrets.changed(dependent);
            } else {
                externalSecrets.addAfter(dependent, (i - AT_ONCE) * SPREAD_NANOS, now);
            }
        }
    }

    private void externalSecretChanged(
            @Nullable ExternalSecret before, @Nullable ExternalSecret after, boolean initial) {
        ExternalSecret either = after == null ? before : after;
        if (either == null) {
            return;
        }
        NamespacedName key = OperatorView.key(either.getMetadata());
        if (after == null) {
            forced.remove(key);
            externalSecrets.changed(key);
        } else if (before == null && initial) {
            // Nobody has changed anything just now; what was never synced still goes first.
            boolean synced = after.getStatus() != null && after.getStatus().refreshTime() != null;
            Lane lane = synced ? Lane.REFRESH : Lane.CHANGED;
            if (!heldBack.hold(after, lane)) {
                externalSecrets.add(key, lane, Long.MIN_VALUE);
            }
        } else if (before == null || differs(before.getMetadata(), after.getMetadata())) {
            externalSecrets.changed(key);
        }
    }

    /**
     * The labels of a namespace decide which ClusterSecretStores may be used from it. What was denied may be allowed now,
     * and the other way round: both show at once, and not only at the next retry or refresh.
     */
    private void namespaceChanged(
            OperatorView view, @Nullable Namespace before, @Nullable Namespace after, boolean initial) {
        if (initial
                || after == null
                || before != null
                        && Objects.equals(
                                before.getMetadata().getLabels(),
                                after.getMetadata().getLabels())) {
            return;
        }
        wake(view.selectedByLabel(after.getMetadata().getName()), true);
    }

    /** What an older version of a store, or one that is gone, depended on is of no interest any more. */
    private static void outdated(
            ReferenceWatch<Dependent> references,
            boolean clusterScoped,
            @Nullable HasMetadata before,
            @Nullable HasMetadata after) {
        if (before == null) {
            return;
        }
        NamespacedName key = OperatorView.key(before.getMetadata());
        ObjectMeta current = after == null ? null : after.getMetadata();
        if (current == null || !Objects.equals(before.getMetadata().getGeneration(), current.getGeneration())) {
            references.forget(dependent -> dependent.isOutdated(clusterScoped, key, current));
        }
    }

    private <S extends HasMetadata> void storeChanged(
            OperatorView view,
            StoreChecks checks,
            WorkQueue<NamespacedName> queue,
            boolean clusterScoped,
            @Nullable S before,
            @Nullable S after,
            boolean initial) {
        S store = after == null ? before : after;
        if (store == null || after != null && before != null && !differs(before.getMetadata(), after.getMetadata())) {
            return;
        }
        NamespacedName key = OperatorView.key(store.getMetadata());
        if (!initial) {
            checks.forget(clusterScoped, key.namespace(), key.name()); // Before the check that this leads to.
        }
        queue.changed(key);
        if (!initial) {
            wake(view, clusterScoped, key, true);
        }
    }

    /** A status that changed is no reason to work: it is our own work. */
    static boolean differs(ObjectMeta a, ObjectMeta b) {
        return !Objects.equals(a.getGeneration(), b.getGeneration())
                || !Objects.equals(a.getUid(), b.getUid())
                || !Objects.equals(a.getLabels(), b.getLabels())
                || !Objects.equals(a.getAnnotations(), b.getAnnotations())
                || !Objects.equals(a.getFinalizers(), b.getFinalizers())
                || !Objects.equals(a.getDeletionTimestamp(), b.getDeletionTimestamp());
    }
}
