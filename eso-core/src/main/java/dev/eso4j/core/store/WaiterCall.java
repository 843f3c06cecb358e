package dev.eso4j.core.store;

import dev.eso4j.core.runtime.NamespacedName;

/** Calls an ExternalSecret that waits in the line of a store. Must not block. */
@FunctionalInterface
public interface WaiterCall {
    /** Its turn comes in {@code delayNanos}. */
    void call(NamespacedName externalSecret, long delayNanos);
}
