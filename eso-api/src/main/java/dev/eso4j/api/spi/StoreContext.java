package dev.eso4j.api.spi;

import java.time.InstantSource;

/**
 * What a provider gets to connect to a backend.
 *
 * @param store the store
 * @param credentials access to what the store references
 * @param clock the time
 */
public record StoreContext(StoreSpec store, CredentialAccess credentials, InstantSource clock) {}
