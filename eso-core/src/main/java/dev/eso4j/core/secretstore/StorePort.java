package dev.eso4j.core.secretstore;

import dev.eso4j.api.store.SecretStoreStatus;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreVerdict;
import java.util.Optional;

/** What the reconciler of stores needs of the world; one implementation for each of the two kinds. Thread-safe. */
public interface StorePort {
    /** Returns a store as cached. */
    Optional<StoreObject> find(NamespacedName name);

    /** Writes a status. */
    void writeStatus(StoreObject store, SecretStoreStatus status);

    /** Takes the finalizer of the existing operator off a store that is being deleted, if it is there. */
    void releaseFinalizer(StoreObject store);

    /** Is told that a store is gone. */
    void gone(NamespacedName name);

    /** Is told what a check came to, and whether the status changed with it. */
    void checked(StoreObject store, StoreVerdict verdict, boolean changed);

    /** Returns the component that events name. */
    String eventSource();
}
