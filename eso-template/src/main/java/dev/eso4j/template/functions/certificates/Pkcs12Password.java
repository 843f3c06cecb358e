package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.Bytes;

/** A password in the two forms that PKCS#12 needs. */
final class Pkcs12Password {
    private final byte[] wide;
    private final byte[] narrow;
    private final boolean empty;

    private Pkcs12Password(byte[] wide, byte[] narrow, boolean empty) {
        this.wide = wide;
        this.narrow = narrow;
        this.empty = empty;
    }

    static Pkcs12Password of(String bytes) {
        String text = Bytes.decode(bytes);
        byte[] wide = new byte[2 * text.length() + 2];
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                throw new FunctionException("pkcs12: string contains characters that cannot be encoded in UCS-2");
            }
            wide[2 * i] = (byte) (text.charAt(i) >> 8);
            wide[2 * i + 1] = (byte) text.charAt(i);
        }
        return new Pkcs12Password(wide, Bytes.toArray(bytes), text.isEmpty());
    }

    boolean empty() {
        return empty;
    }

    /** Some programs write nothing at all for the empty password. */
    Pkcs12Password nothing() {
        return new Pkcs12Password(new byte[0], new byte[0], true);
    }

    /** Two bytes for each character and for the end. */
    byte[] wide() {
        return wide.clone();
    }

    /** UTF-8. */
    byte[] narrow() {
        return narrow.clone();
    }

    @Override
    public String toString() {
        return "a password";
    }
}
