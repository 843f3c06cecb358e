package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ValidationResult;
import java.util.Map;

/** Stands in while nobody consumes a store whose credentials the consumer brings. */
final class UnconsumedClient implements SecretsClient {
    private final StoreIdentity store;

    UnconsumedClient(StoreIdentity store) {
        this.store = store;
    }

    @Override
    public RemoteObject read(RemoteKey key) {
        throw noConsumer("read of " + key.display());
    }

    @Override
    public Map<String, RemoteObject> find(FindRequest query) {
        throw noConsumer("find");
    }

    private InvalidRequestException noConsumer(String operation) {
        return new InvalidRequestException(
                operation + ": " + store.display()
                        + " takes its credentials from the consumer's namespace, and there is" + " no consumer",
                "use the store from a namespace, or give the reference in auth a namespace");
    }

    @Override
    public ValidationResult check() {
        return ValidationResult.unknown("The credentials come from each consumer's namespace, so they are checked when"
                + " an ExternalSecret or PushSecret uses the store.");
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
