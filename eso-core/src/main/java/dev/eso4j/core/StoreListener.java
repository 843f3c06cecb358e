package dev.eso4j.core;

import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreVerdict;

/** Is told of each check of a store; for metrics. Must be fast and must not throw. */
public interface StoreListener {
    /** A store was checked. */
    default void checked(StoreObject store, StoreVerdict verdict) {}

    /** A store is gone. */
    default void gone(boolean clusterScoped, NamespacedName name) {}

    /** Returns the listener that does nothing. */
    static StoreListener none() {
        return new StoreListener() {};
    }
}
