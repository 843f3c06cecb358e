package dev.eso4j.core.store;

import dev.eso4j.api.spi.StoreIdentity;

/** Is told of each call to a backend; for metrics. Must be fast and must not throw. */
@FunctionalInterface
public interface CallListener {
    /**
     * A call has ended.
     *
     * @param provider the provider's name, or the generator's kind
     * @param store the store, or the generator, on whose behalf it was made
     * @param operation {@code read}, {@code find} or {@code check}; of a generator {@code generate} or {@code cleanup}
     * @param success whether the backend did what was asked; "there is no such object" is an answer, hence success
     * @param nanos how long it took
     */
    void called(String provider, StoreIdentity store, String operation, boolean success, long nanos);

    /** A call that failed is about to be made once more. */
    default void retried(String provider, StoreIdentity store, String operation) {}

    /** Returns the listener that does nothing. */
    static CallListener none() {
        return (provider, store, operation, success, nanos) -> {};
    }
}
