package dev.eso4j.template.functions.strings;

import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;

/** Checksums of texts. */
public final class DigestFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("sha1sum", "sha256sum", "sha512sum", "adler32sum");
    }

    @Override
    public void define(Definitions into) {
        into.function("sha1sum", STRING).as(call -> digest("SHA-1", call));
        into.function("sha256sum", STRING).as(call -> digest("SHA-256", call));
        into.function("sha512sum", STRING).as(call -> digest("SHA-512", call));
        into.function("adler32sum", STRING).as(call -> adler(call.string(0)));
    }

    private static String digest(String algorithm, Call call) {
        call.budget().steps(call.string(0).length() / 32);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Bytes.toArray(call.string(0))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static String adler(String text) {
        Adler32 sum = new Adler32();
        sum.update(Bytes.toArray(text));
        return Long.toString(sum.getValue());
    }
}
