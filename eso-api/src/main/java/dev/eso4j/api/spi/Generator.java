package dev.eso4j.api.spi;

/**
 * Makes new values from a generator resource; found by {@link java.util.ServiceLoader}.
 *
 * <p>The twin of {@link SecretStoreProvider} for kinds of the group {@code generators.external-secrets.io}. An
 * implementation has a public constructor without parameters and keeps no state of its own. Thread-safe.
 */
public interface Generator {
    /** Returns the kind of the generator resource, for example {@code Password}. */
    String kind();

    /**
     * Makes values.
     *
     * @throws SecretsException if that is not possible
     */
    Generated generate(GeneratorContext context);

    /**
     * Takes back what {@link #generate} has issued, for example a token; called when its values were never delivered or
     * have been replaced. What no longer exists is success.
     *
     * @param generated what {@code generate} returned; its values may be missing, its state is not
     */
    default void cleanup(GeneratorContext context, Generated generated) {}
}
