package dev.eso4j.api.spi;

import dev.eso4j.api.store.SecretStoreSpec;

/**
 * A store as a provider sees it.
 *
 * @param identity which store it is
 * @param spec its specification; {@code spec.provider()} has exactly one member, named as the provider
 */
public record StoreSpec(StoreIdentity identity, SecretStoreSpec spec) {
    /**
     * Returns the provider's own member as {@code type}.
     *
     * @throws IllegalArgumentException if it does not fit; the message names the field
     */
    public <T> T config(String provider, Class<T> type) {
        return spec.provider().as(provider, type);
    }
}
