package dev.eso4j.samples.provider;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.provider.kit.FindFilter;
import dev.eso4j.provider.kit.JsonRemoteObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Serves environment variables as secrets: {@code spec: {provider: {environment: {prefix: SHOP_}}}}. */
public final class EnvironmentProvider implements SecretStoreProvider {
    /**
     * The provider's own part of a store's manifest.
     *
     * @param prefix what the names of served variables begin with; required, so that not everything is served
     */
    public record EnvironmentConfig(String prefix) {}

    private final Map<String, String> environment;

    /** Serves the environment of the process. */
    public EnvironmentProvider() {
        this(System.getenv());
    }

    EnvironmentProvider(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "environment";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.READ);
    }

    @Override
    public List<String> validate(StoreSpec store) {
        try {
            String prefix = store.config(name(), EnvironmentConfig.class).prefix();
            return prefix == null || prefix.isEmpty()
                    ? List.of("spec.provider.environment.prefix is missing; say what the variables' names begin with")
                    : List.of();
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean referent(StoreSpec store) {
        return false;
    }

    @Override
    public SecretsClient connect(StoreContext context) {
        String prefix = context.store().config(name(), EnvironmentConfig.class).prefix();
        return new EnvironmentClient(prefix, environment);
    }

    private record EnvironmentClient(String prefix, Map<String, String> environment) implements SecretsClient {
        @Override
        public RemoteObject read(RemoteKey key) {
            String value = environment.get(prefix + key.key());
            if (value == null) {
                throw new NotFoundException(
                        "there is no environment variable " + prefix + key.key(), "set it, or correct remoteRef.key");
            }
            return JsonRemoteObject.of(key.key(), SecretValue.of(value));
        }

        @Override
        public Map<String, RemoteObject> find(FindRequest query) {
            FindFilter filter = FindFilter.of(query);
            Map<String, RemoteObject> found = new TreeMap<>();
            environment.forEach((name, value) -> {
                if (name.startsWith(prefix) && filter.matchesName(name.substring(prefix.length()))) {
                    String key = name.substring(prefix.length());
                    found.put(key, JsonRemoteObject.of(key, SecretValue.of(value)));
                }
            });
            return found;
        }

        @Override
        public ValidationResult check() {
            return ValidationResult.ready();
        }

        @Override
        public void close() {
            // There is nothing to release.
        }

        @Override
        public String toString() {
            return "EnvironmentClient[prefix=" + prefix + "]";
        }
    }
}
