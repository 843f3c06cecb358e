package dev.eso4j.core.fetch;

import dev.eso4j.api.externalsecret.GeneratorRef;

/** Makes values from generator resources. Thread-safe. */
@FunctionalInterface
public interface GeneratorSource {
    /**
     * Runs the generator that {@code reference} names in {@code namespace}.
     *
     * @throws dev.eso4j.api.spi.SecretsException if that is not possible
     */
    Issued generate(String namespace, GeneratorRef reference);
}
