package dev.eso4j.core.fetch;

import dev.eso4j.api.externalsecret.GeneratorRef;
import dev.eso4j.core.store.StoreGate;

/** Makes values from generator resources. Thread-safe. */
@FunctionalInterface
public interface GeneratorSource {
    /**
     * Finds the generator that {@code reference} names in {@code namespace}, without running it.
     *
     * @throws dev.eso4j.api.spi.SecretsException if that is not possible
     */
    Located locate(String namespace, GeneratorRef reference);

    /** A generator that may be run once its gate has given a seat. */
    interface Located {
        /** Returns the gate. */
        StoreGate gate();

        /**
         * Runs the generator.
         *
         * @throws dev.eso4j.api.spi.SecretsException if that is not possible
         */
        Issued generate();
    }
}
