package dev.eso4j.core.cluster;

import dev.eso4j.api.spi.ServiceAccountToken;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A cluster into which is only written while that is allowed: a replica that has lost its lease, even without knowing it
 * yet because it was frozen, must not write. Reading goes on. Thread-safe.
 */
public final class GuardedCluster implements Cluster {
    private final Cluster cluster;
    private final Cluster writer;
    private final BooleanSupplier mayWrite;

    /** Creates the guard; {@code mayWrite} is asked before each write. */
    public GuardedCluster(Cluster cluster, BooleanSupplier mayWrite) {
        this(cluster, cluster, mayWrite);
    }

    GuardedCluster(Cluster cluster, Cluster writer, BooleanSupplier mayWrite) {
        this.cluster = cluster;
        this.writer = writer;
        this.mayWrite = mayWrite;
    }

    @Override
    public Optional<ResourceType<GenericKubernetesResource>> find(String apiVersion, String kind) {
        return cluster.find(apiVersion, kind);
    }

    @Override
    public <T> Optional<T> get(ResourceType<T> type, String namespace, String name) {
        return cluster.get(type, namespace, name);
    }

    @Override
    public <T> String list(ResourceType<T> type, Selection selection, Consumer<? super T> each) {
        return cluster.list(type, selection, each);
    }

    @Override
    public <T> void listSome(ResourceType<T> type, Selection selection, int most, Consumer<? super T> each) {
        cluster.listSome(type, selection, most, each);
    }

    @Override
    public <T> Watch watch(
            ResourceType<T> type, Selection selection, String resourceVersion, WatchListener<T> listener) {
        return cluster.watch(type, selection, resourceVersion, listener);
    }

    @Override
    public <T, R> R create(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager) {
        check("create", type);
        return writer.create(type, object, answer, fieldManager);
    }

    @Override
    public <T, R> R update(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager) {
        check("update", type);
        return writer.update(type, object, answer, fieldManager);
    }

    @Override
    public <T> T patch(ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        check("patch", type);
        return writer.patch(type, namespace, name, patch, fieldManager);
    }

    @Override
    public <T> T patchStatus(
            ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        check("patch the status of", type);
        return writer.patchStatus(type, namespace, name, patch, fieldManager);
    }

    @Override
    public <T> T apply(ResourceType<T> type, T object, String fieldManager) {
        check("apply", type);
        return writer.apply(type, object, fieldManager);
    }

    @Override
    public void delete(ResourceType<?> type, String namespace, String name, Preconditions preconditions) {
        check("delete", type);
        writer.delete(type, namespace, name, preconditions);
    }

    @Override
    public ServiceAccountToken requestToken(
            String namespace, String serviceAccount, List<String> audiences, @Nullable Duration lifetime) {
        return cluster.requestToken(namespace, serviceAccount, audiences, lifetime);
    }

    /** Does nothing: the guarded cluster belongs to somebody else. */
    @Override
    public void close() {}

    private void check(String verb, ResourceType<?> type) {
        if (!mayWrite.getAsBoolean()) {
            throw new ClusterException(
                    ClusterException.Reason.UNAVAILABLE,
                    "will not " + verb + " a " + type.kind() + ": this replica does not hold the lease");
        }
    }
}
