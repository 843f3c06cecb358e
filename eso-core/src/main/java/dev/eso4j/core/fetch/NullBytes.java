package dev.eso4j.core.fetch;

import dev.eso4j.api.SecretValue;
import org.jspecify.annotations.Nullable;

/** Refuses values with zero bytes where the manifest asks for text. */
final class NullBytes {
    private NullBytes() {}

    static void check(@Nullable String policy, String key, SecretValue value) {
        if ("Fail".equals(policy) && value.containsNullByte()) {
            throw new FetchException("fetched secret value for key \"" + key
                    + "\" contains null bytes; use a text-safe format such as PEM/base64"
                    + " or leave nullBytePolicy unset for intentional binary data");
        }
    }
}
