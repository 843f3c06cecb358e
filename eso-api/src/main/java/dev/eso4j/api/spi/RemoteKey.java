package dev.eso4j.api.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names one remote object: the unit of reading.
 *
 * @param key the backend's name of the object
 * @param version the version to read; {@code null} is the current one
 * @param metadataPolicy whether the value or the metadata is wanted
 * @param property the property that the backend itself is asked for; {@code null} where properties are taken from the
 *     object, which is the rule (see {@link SecretsClient#keyFor})
 */
public record RemoteKey(
        String key,
        @Nullable String version,
        MetadataPolicy metadataPolicy,
        @Nullable String property) {
    // By hand: each read asks, and what the compiler makes is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RemoteKey o
                && key.equals(o.key)
                && Objects.equals(version, o.version)
                && metadataPolicy == o.metadataPolicy
                && Objects.equals(property, o.property);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * key.hashCode() + Objects.hashCode(version)) + Objects.hashCode(property);
    }

    /** Creates the key of an object from which properties are taken. */
    public RemoteKey(String key, @Nullable String version, MetadataPolicy metadataPolicy) {
        this(key, version, metadataPolicy, null);
    }

    /** Returns the key of what the backend answers when it is asked for {@code newProperty} of the object. */
    public RemoteKey withProperty(String newProperty) {
        return new RemoteKey(key, version, metadataPolicy, newProperty);
    }

    /** Returns the key of the current value of {@code key}. */
    public static RemoteKey of(String key) {
        return new RemoteKey(key, null, MetadataPolicy.NONE);
    }

    /** Returns the object's name for messages: the key, with the version if one is asked for. */
    public String display() {
        return version == null ? key : key + " (version " + version + ")";
    }
}
