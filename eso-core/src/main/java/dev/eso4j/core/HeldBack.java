package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.core.runtime.Lane;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.WorkQueue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The ExternalSecrets that wait for the first list of the targets. Whether one that was synced before has anything to do
 * follows from its target. One that never was has it to create, and finds out by that whether it exists already; it need
 * not wait, as long as its spec is the first: an older one may have named another target, which would be an orphan now.
 * Thread-safe.
 */
final class HeldBack {
    private final Map<NamespacedName, Lane> waiting = new ConcurrentHashMap<>();
    private final WorkQueue<NamespacedName> queue;
    private volatile boolean released;

    /** Creates the waiting room of {@code queue}. */
    HeldBack(WorkQueue<NamespacedName> queue) {
        this.queue = queue;
    }

    /** Returns whether an ExternalSecret has to wait; then it is queued by {@link #release}. */
    boolean hold(ExternalSecret externalSecret, Lane lane) {
        if (released || isNew(externalSecret)) {
            return false;
        }
        NamespacedName key = OperatorView.key(externalSecret.getMetadata());
        waiting.merge(key, lane, (a, b) -> a == Lane.CHANGED ? a : b);
        // Released between the look and the entry: then whoever takes it out goes on with it.
        return !released || waiting.remove(key) == null;
    }

    /** Queues who waits and lets nobody wait from now on; the targets are known. */
    void release() {
        released = true;
        for (NamespacedName key : waiting.keySet()) {
            Lane lane = waiting.remove(key);
            if (lane == Lane.CHANGED) {
                queue.changed(key);
            } else if (lane != null) {
                queue.add(key, lane, Long.MIN_VALUE);
            }
        }
    }

    private static boolean isNew(ExternalSecret externalSecret) {
        ExternalSecretStatus status = externalSecret.getStatus();
        Long generation = externalSecret.getMetadata().getGeneration();
        return generation != null
                && generation == 1
                && (status == null || isEmpty(status.refreshTime()) && isEmpty(status.syncedResourceVersion()));
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
