package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;

/** A certificate and its private key, both as PEM: what templates know as {@code .Cert} and {@code .Key}. */
record GoCertificate(String certificate, String key) implements GoObject {
    static final GoType TYPE = GoType.struct("sprig.certificate", "Cert", "Key");

    @Override
    public GoType type() {
        return TYPE;
    }

    @Override
    public Object field(int index) {
        return index == 0 ? certificate : key;
    }

    @Override
    public String toString() {
        return TYPE.name();
    }
}
