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
 * Where resources live, with the rules of the Kubernetes API: optimistic locking by resourceVersion, status as its own
 * subresource, generations, finalizers, owner references, field managers, watches that resume.
 *
 * <p>Thread-safe. Calls block until they are answered. Every failure is a {@link ClusterException}; none contains data of
 * a Secret. Cluster-scoped objects have the empty namespace.
 */
public interface Cluster extends AutoCloseable {
    /**
     * Returns the type of a kind that is known by name only, read as a tree, or nothing if the cluster has no such kind.
     * May ask the cluster each time.
     */
    Optional<ResourceType<GenericKubernetesResource>> find(String apiVersion, String kind);

    /** Returns the object, or nothing if it does not exist. */
    <T> Optional<T> get(ResourceType<T> type, String namespace, String name);

    /**
     * Lists objects, handing each to {@code each} as soon as it is read, page by page.
     *
     * @return the resourceVersion from which {@link #watch} continues without a gap
     */
    <T> String list(ResourceType<T> type, Selection selection, Consumer<? super T> each);

    /**
     * Lists at most {@code most} objects, handing each to {@code each} as soon as it is read. Of more it is not said which
     * they are, nor that there are more.
     */
    <T> void listSome(ResourceType<T> type, Selection selection, int most, Consumer<? super T> each);

    /**
     * Watches from a resourceVersion that {@link #list}, an object or a bookmark gave. Returns at once; events arrive in
     * order on a thread of the cluster until the watch ends, which {@link WatchListener#closed} tells exactly once.
     */
    <T> Watch watch(ResourceType<T> type, Selection selection, String resourceVersion, WatchListener<T> listener);

    /** Creates the object and returns it as stored; an existing one is {@link ClusterException.Reason#ALREADY_EXISTS}. */
    default <T> T create(ResourceType<T> type, T object, String fieldManager) {
        return create(type, object, type, fieldManager);
    }

    /** Creates the object and returns as much of what was stored as {@code answer}, a type for the same kind, reads. */
    <T, R> R create(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager);

    /**
     * Replaces the object (not its status) and returns it as stored. Its resourceVersion, when present, must be the
     * current one, else {@link ClusterException.Reason#CONFLICT}.
     */
    default <T> T update(ResourceType<T> type, T object, String fieldManager) {
        return update(type, object, type, fieldManager);
    }

    /** Replaces the object and returns as much of what was stored as {@code answer}, a type for the same kind, reads. */
    <T, R> R update(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager);

    /**
     * Changes the object by a JSON merge patch (RFC 7386) and returns it as stored.
     *
     * @param patch a tree of maps, lists and scalars; a {@code metadata.resourceVersion} in it is a precondition
     */
    <T> T patch(ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager);

    /** Changes the status subresource by a JSON merge patch of the form {@code {"status": {…}}}. */
    <T> T patchStatus(ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager);

    /** Applies the object server-side, taking over conflicting fields, and returns it as stored. */
    <T> T apply(ResourceType<T> type, T object, String fieldManager);

    /** Deletes the object in the background; one that does not exist is {@link ClusterException.Reason#NOT_FOUND}. */
    void delete(ResourceType<?> type, String namespace, String name, Preconditions preconditions);

    /** Requests a token of a ServiceAccount; a {@code null} lifetime leaves it to the API server. */
    ServiceAccountToken requestToken(
            String namespace, String serviceAccount, List<String> audiences, @Nullable Duration lifetime);

    /**
     * Returns this cluster as somebody sees it who may write only while {@code allowed} says so. Closing it does nothing.
     * Other writes fail as {@link ClusterException.Reason#UNAVAILABLE} and are not sent.
     */
    default Cluster guarded(BooleanSupplier allowed) {
        return new GuardedCluster(this, allowed);
    }

    /** Ends all watches and releases all connections and threads. Does not throw. */
    @Override
    void close();

    /** A running watch. */
    interface Watch extends AutoCloseable {
        /** Ends the watch; {@link WatchListener#closed} follows, if it has not come already. Does not block. */
        @Override
        void close();
    }
}
