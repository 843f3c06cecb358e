package dev.eso4j.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a secret, guarded against showing up where they should not.
 *
 * <p>Immutable and thread-safe. {@link #toString} says the size only, and {@link #equals} takes the same time wherever
 * two values of one length differ. The bytes leave through {@link #bytes} and {@link #utf8} alone.
 */
public final class SecretValue {
    private static final SecretValue EMPTY = new SecretValue(new byte[0]);

    private final byte[] bytes;

    private SecretValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns a value that holds a copy of {@code bytes}. */
    public static SecretValue of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new SecretValue(bytes.clone());
    }

    /** Returns a value that holds {@code text} in UTF-8. */
    public static SecretValue of(String text) {
        return text.isEmpty() ? EMPTY : new SecretValue(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the value without bytes. */
    public static SecretValue empty() {
        return EMPTY;
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the bytes read as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String utf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** Returns whether there are no bytes. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Returns whether the bytes contain a zero byte. */
    public boolean containsNullByte() {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretValue value && MessageDigest.isEqual(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SecretValue[" + bytes.length + " bytes]";
    }
}
