package dev.eso4j.api.meta;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of the authorities that a connection trusts: PEM, which in a manifest is encoded in Base64.
 *
 * <p>Instances are immutable, and equal when their bytes are.
 */
public final class CABundle {
    private final byte[] pem;

    private CABundle(byte[] pem) {
        this.pem = pem;
    }

    /** Returns the bundle of the given certificates, which are copied. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CABundle of(byte[] pem) {
        return new CABundle(pem.clone());
    }

    /** Returns a copy of the certificates. */
    @JsonValue
    public byte[] pem() {
        return pem.clone();
    }

    /** Returns whether it holds nothing, which is the same as none. */
    public boolean isEmpty() {
        return pem.length == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CABundle bundle && Arrays.equals(bundle.pem, pem);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pem);
    }

    /** Says how long it is; a bundle is too long to be read in a message. */
    @Override
    public String toString() {
        return "CABundle[" + pem.length + " bytes]";
    }
}
