package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import java.util.Arrays;

/** Puts credentials into the form in which they are sent. */
public final class Credentials {
    private Credentials() {}

    /**
     * Returns the value without one line break at its end. Editors and {@code echo} leave one behind, and no token, key id
     * or role can have it.
     */
    public static SecretValue trimmed(SecretValue value) {
        byte[] bytes = value.bytes();
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
            if (end > 0 && bytes[end - 1] == '\r') {
                end--;
            }
        }
        return end == bytes.length ? value : SecretValue.of(Arrays.copyOf(bytes, end));
    }
}
