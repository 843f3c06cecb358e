package dev.eso4j.core.store;

import dev.eso4j.api.spi.SecretStoreProvider;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers that stores can name. Immutable and thread-safe. */
public final class Providers {
    private static final Logger log = LoggerFactory.getLogger(Providers.class);

    private final Map<String, SecretStoreProvider> byName;

    private Providers(Map<String, SecretStoreProvider> byName) {
        this.byName = byName;
    }

    /**
     * Returns the given providers.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Providers of(Collection<? extends SecretStoreProvider> providers) {
        Map<String, SecretStoreProvider> byName = new TreeMap<>();
        for (SecretStoreProvider provider : providers) {
            add(byName, provider);
        }
        return new Providers(byName);
    }

    /** Returns the providers on the class path; one that cannot be loaded is logged and left out. */
    public static Providers onClassPath() {
        Map<String, SecretStoreProvider> byName = new TreeMap<>();
        Iterator<SecretStoreProvider> found = ServiceLoader.load(
                        SecretStoreProvider.class, SecretStoreProvider.class.getClassLoader())
                .iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return new Providers(byName);
                }
                add(byName, found.next());
            } catch (ServiceConfigurationError e) {
                log.error("a provider on the class path cannot be used: {}", e.getMessage(), e);
            }
        }
    }

    /** Returns the provider that serves the member {@code name} of {@code spec.provider}. */
    public Optional<SecretStoreProvider> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the names of all providers, in order. */
    public Collection<String> names() {
        return byName.keySet();
    }

    private static void add(Map<String, SecretStoreProvider> byName, SecretStoreProvider provider) {
        SecretStoreProvider other = byName.putIfAbsent(provider.name(), provider);
        if (other != null) {
            throw new IllegalArgumentException("two providers have the name \"" + provider.name() + "\": "
                    + other.getClass().getName() + " and "
                    + provider.getClass().getName());
        }
    }
}
