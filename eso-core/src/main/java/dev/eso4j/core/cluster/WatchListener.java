package dev.eso4j.core.cluster;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/** Receives what a watch reports, one call at a time; must not block. */
public interface WatchListener<T> {
    /** What happened to an object. */
    enum Change {
        /** It came to be, or came to match the selection. */
        ADDED,
        /** It changed. */
        MODIFIED,
        /** It is gone, or no longer matches the selection; the object is the last state known. */
        DELETED
    }

    /** An object changed. */
    void event(Change change, T object);

    /**
     * Returns whether this state of an object is known already, as after a write of one's own. Then no event follows,
     * and the watch goes on behind it. Not every watch asks.
     */
    default boolean known(ObjectMeta metadata) {
        return false;
    }

    /** Nothing before {@code resourceVersion} is outstanding; a later watch may start there. */
    void bookmark(String resourceVersion);

    /**
     * The watch has ended and nothing more will come.
     *
     * @param cause why; {@code null} when it was closed or ran out in the normal way, {@link ClusterException.Reason#GONE}
     *     when the resourceVersion is too old and a new list is needed
     */
    void closed(@Nullable ClusterException cause);
}
