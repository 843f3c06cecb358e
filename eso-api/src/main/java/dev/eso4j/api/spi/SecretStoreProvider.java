package dev.eso4j.api.spi;

import java.util.List;
import java.util.Set;

/**
 * Connects stores to one kind of backend; found by {@link java.util.ServiceLoader}.
 *
 * <p>An implementation has a public constructor without parameters, keeps no state of its own, and does nothing until
 * {@link #connect}. A provider translates: it turns a store's manifest into calls of the backend and the answers into
 * {@link RemoteObject}s and {@link SecretsException}s. Thread-safe.
 */
public interface SecretStoreProvider {
    /** Returns the name of the member of {@code spec.provider} that this provider serves, for example {@code vault}. */
    String name();

    /** Returns what the provider can do. */
    Set<Capability> capabilities();

    /** Returns whether somebody looks after the provider; stores of unmaintained ones get a warning event. */
    default boolean maintained() {
        return true;
    }

    /**
     * Checks a store without any network. Runs before every {@link #connect}, so what it refuses is never connected.
     *
     * @return one sentence per problem, each with the field, the cause and the fix, and never a value; empty if there is
     *     none
     */
    List<String> validate(StoreSpec store);

    /**
     * Returns whether a credential reference of the store has no namespace of its own, so that with a ClusterSecretStore
     * each consumer's namespace brings its own credentials. Depends on nothing but the manifest: it is asked once for each.
     */
    boolean referent(StoreSpec store);

    /**
     * Connects to the backend. May log in, or leave that to the first call.
     *
     * @throws SecretsException if the credentials cannot be had or are not accepted
     */
    SecretsClient connect(StoreContext context);
}
