package dev.eso4j.core;

import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreStatus;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.Cache;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.secretstore.StorePort;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreVerdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Connects the reconciler of one kind of store to the caches and to those who depend on stores. */
final class StoreWiring<S extends HasMetadata> implements StorePort {
    private static final String FINALIZER = "secretstore.externalsecrets.io/finalizer";
    private static final int ATTEMPTS = 3;

    private final Cluster cluster;
    private final ResourceType<S> type;
    private final Cache<S> cache;
    private final Function<S, StoreObject> toStore;
    private final String eventSource;
    private final Consumer<NamespacedName> onGone;
    private final BiConsumer<StoreObject, StoreVerdict> onChecked;
    private final Consumer<StoreObject> onUsable;
    private final Map<NamespacedName, Boolean> usable = new ConcurrentHashMap<>();

    private StoreWiring(
            Cluster cluster,
            ResourceType<S> type,
            Cache<S> cache,
            Function<S, StoreObject> toStore,
            String eventSource,
            Consumer<NamespacedName> onGone,
            BiConsumer<StoreObject, StoreVerdict> onChecked,
            Consumer<StoreObject> onUsable) {
        this.cluster = cluster;
        this.type = type;
        this.cache = cache;
        this.toStore = toStore;
        this.eventSource = eventSource;
        this.onGone = onGone;
        this.onChecked = onChecked;
        this.onUsable = onUsable;
    }

    static StoreWiring<SecretStore> namespaced(
            Cluster cluster,
            Cache<SecretStore> cache,
            Consumer<NamespacedName> onGone,
            BiConsumer<StoreObject, StoreVerdict> onChecked,
            Consumer<StoreObject> onUsable) {
        return new StoreWiring<>(
                cluster,
                ResourceType.SECRET_STORES,
                cache,
                StoreObject::of,
                "secret-store",
                onGone,
                onChecked,
                onUsable);
    }

    static StoreWiring<ClusterSecretStore> clusterWide(
            Cluster cluster,
            Cache<ClusterSecretStore> cache,
            Consumer<NamespacedName> onGone,
            BiConsumer<StoreObject, StoreVerdict> onChecked,
            Consumer<StoreObject> onUsable) {
        return new StoreWiring<>(
                cluster,
                ResourceType.CLUSTER_SECRET_STORES,
                cache,
                StoreObject::of,
                "cluster-secret-store",
                onGone,
                onChecked,
                onUsable);
    }

    @Override
    public Optional<StoreObject> find(NamespacedName name) {
        return cache.get(name).map(toStore);
    }

    @Override
    public void writeStatus(StoreObject store, SecretStoreStatus status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (status.capabilities() != null) {
            fields.put("capabilities", status.capabilities());
        }
        fields.put("conditions", status.conditions());
        NamespacedName key = OperatorView.key(store.metadata());
        S stored = cluster.patchStatus(type, key.namespace(), key.name(), Map.of("status", fields), "eso4j");
        OperatorView.statusWritten(cache, store.metadata(), stored);
    }

    @Override
    public void releaseFinalizer(StoreObject store) {
        NamespacedName key = OperatorView.key(store.metadata());
        ObjectMeta metadata = store.metadata();
        for (int attempt = 1; metadata != null && holds(metadata); attempt++) {
            try {
                release(key, metadata);
                return;
            } catch (ClusterException e) {
                if (e.reason() == ClusterException.Reason.NOT_FOUND) {
                    return;
                }
                if (e.reason() != ClusterException.Reason.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
                // Mostly our own status, which the cache does not have yet.
                metadata = cluster.get(type, key.namespace(), key.name())
                        .map(HasMetadata::getMetadata)
                        .orElse(null);
            }
        }
    }

    private static boolean holds(ObjectMeta metadata) {
        return metadata.getFinalizers() != null && metadata.getFinalizers().contains(FINALIZER);
    }

    private void release(NamespacedName key, ObjectMeta metadata) {
        List<String> rest = new ArrayList<>(metadata.getFinalizers());
        rest.remove(FINALIZER);
        Map<String, Object> patch = Map.of("finalizers", rest, "resourceVersion", metadata.getResourceVersion());
        cluster.patch(type, key.namespace(), key.name(), Map.of("metadata", patch), "eso4j");
    }

    @Override
    public void gone(NamespacedName name) {
        usable.remove(name);
        onGone.accept(name);
    }

    @Override
    public void checked(StoreObject store, StoreVerdict verdict, boolean changed) {
        onChecked.accept(store, verdict);
        Boolean before = usable.put(OperatorView.key(store.metadata()), verdict.usable());
        if (verdict.usable() && Boolean.FALSE.equals(before)) {
            onUsable.accept(store);
        }
    }

    @Override
    public String eventSource() {
        return eventSource;
    }
}
