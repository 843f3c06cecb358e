package dev.eso4j.core.store;

import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.core.runtime.NamespacedName;

/** Is told which objects a store's credentials were read from, so that a change of theirs can be noticed. Thread-safe. */
public interface ReferenceObserver {
    /** Kinds that a store refers to. */
    enum Kind {
        /** A Secret. */
        SECRET,
        /** A ConfigMap. */
        CONFIG_MAP
    }

    /** {@code store} has read, or tried to read, the object. */
    void referenced(StoreIdentity store, Kind kind, NamespacedName object);

    /** Returns the observer that does nothing. */
    static ReferenceObserver none() {
        return (store, kind, object) -> {};
    }
}
