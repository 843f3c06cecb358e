package dev.eso4j.benchmarks.micro;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.provider.kit.JsonRemoteObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The provider {@code memory}: every key is a small JSON document, which changes when {@link #change} is called. It costs
 * nothing, so that what is measured is the engine. Thread-safe.
 */
public final class MemoryProvider implements SecretStoreProvider, SecretsClient {
    private volatile SecretValue document = document(0);
    private int version;

    /** Creates the provider. */
    public MemoryProvider() {}

    /** Lets all remote objects have another value from now on. */
    synchronized void change() {
        document = document(++version);
    }

    private static SecretValue document(int version) {
        return SecretValue.of("""
                {"database": {"host": "db.shop.internal", "port": 5432, "options": ["ssl", "pooled"],
                 "users": [{"name": "svc", "password": "pass-%08d"}, {"name": "admin", "password": "none"}]}}\
                """.formatted(version));
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.READ);
    }

    @Override
    public List<String> validate(StoreSpec store) {
        return List.of();
    }

    @Override
    public boolean referent(StoreSpec store) {
        return false;
    }

    @Override
    public SecretsClient connect(StoreContext context) {
        return this;
    }

    @Override
    public RemoteObject read(RemoteKey key) {
        return JsonRemoteObject.of(key.display(), document);
    }

    @Override
    public Map<String, RemoteObject> find(FindRequest query) {
        return Map.of("object", JsonRemoteObject.of("object", document));
    }

    @Override
    public ValidationResult check() {
        return ValidationResult.ready();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
