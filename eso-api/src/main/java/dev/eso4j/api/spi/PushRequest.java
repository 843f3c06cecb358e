package dev.eso4j.api.spi;

import dev.eso4j.api.SecretValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value to write to a remote object.
 *
 * @param key the remote object
 * @param property the part of it to write; {@code null} is the whole
 * @param data the values: one under {@code secretKey}, or all of the source Secret
 * @param secretKey the key of {@code data} to write; {@code null} writes all of it
 * @param metadata provider-specific options as a tree of maps, lists and scalars; empty if there are none
 * @param source what else the source Secret has, for backends that can hold it
 */
public record PushRequest(
        String key,
        @Nullable String property,
        Map<String, SecretValue> data,
        @Nullable String secretKey,
        Map<String, @Nullable Object> metadata,
        PushSource source) {

    /** Creates a request whose values do not come from a Secret with metadata. */
    public PushRequest(
            String key,
            @Nullable String property,
            Map<String, SecretValue> data,
            @Nullable String secretKey,
            Map<String, @Nullable Object> metadata) {
        this(key, property, data, secretKey, metadata, PushSource.NONE);
    }
}
