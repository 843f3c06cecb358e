package dev.eso4j.api.spi;

import org.jspecify.annotations.Nullable;

/**
 * Names one remote object: the unit of reading.
 *
 * @param key the backend's name of the object
 * @param version the version to read; {@code null} is the current one
 * @param metadataPolicy whether the value or the metadata is wanted
 */
public record RemoteKey(String key, @Nullable String version, MetadataPolicy metadataPolicy) {
    /** Returns the key of the current value of {@code key}. */
    public static RemoteKey of(String key) {
        return new RemoteKey(key, null, MetadataPolicy.NONE);
    }

    /** Returns the object's name for messages: the key, with the version if one is asked for. */
    public String display() {
        return version == null ? key : key + " (version " + version + ")";
    }
}
