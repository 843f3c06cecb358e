package dev.eso4j.core.fetch;

import dev.eso4j.api.SecretValue;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Decodes values as Go's encoding/base64 does: padding is mandatory, line breaks are ignored, trailing bits are not
 * looked at.
 */
public final class Decoding {
    private Decoding() {}

    /**
     * Returns the value decoded by {@code strategy}; absent and {@code None} leave it.
     *
     * @throws FetchException if the value cannot be decoded, or there is no such strategy
     */
    public static SecretValue decode(@Nullable String strategy, SecretValue value) {
        if (strategy == null || strategy.isEmpty() || strategy.equals("None")) {
            return value;
        }
        return switch (strategy) {
            case "Base64" -> required(strategy, base64(value, false));
            case "Base64URL" -> required(strategy, base64(value, true));
            case "Auto" -> {
                SecretValue standard = base64(value, false);
                SecretValue url = standard == null ? base64(value, true) : standard;
                yield url == null ? value : url;
            }
            default ->
                throw new FetchException(
                        "decodingStrategy \"" + strategy + "\" does not exist; use None, Base64, Base64URL or Auto");
        };
    }

    private static SecretValue required(String strategy, @Nullable SecretValue decoded) {
        if (decoded == null) {
            throw new FetchException("the value is not " + strategy
                    + " with padding; correct the value at the provider, or set decodingStrategy to Auto or None");
        }
        return decoded;
    }

    private static @Nullable SecretValue base64(SecretValue value, boolean url) {
        byte[] in = value.bytes();
        byte[] text = new byte[in.length];
        int n = 0;
        for (byte b : in) {
            if (b != '\r' && b != '\n') {
                text[n++] = b;
            }
        }
        if (n % 4 != 0) {
            return null; // Java's decoder would accept missing padding.
        }
        try {
            byte[] exact = java.util.Arrays.copyOf(text, n);
            return SecretValue.of((url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(exact));
        } catch (IllegalArgumentException e) {
            return null; // Not of this alphabet; the caller knows what that means.
        }
    }
}
