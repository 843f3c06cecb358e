package dev.eso4j.provider.kit;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One block of a PEM text.
 *
 * @param type what stands after BEGIN
 * @param der the content
 */
record Pem(String type, byte[] der) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /**
     * Returns the blocks of a text; what stands between them is ignored.
     *
     * @throws IllegalArgumentException if a block does not end or is not base64; the message quotes nothing
     */
    static List<Pem> parse(String text) {
        List<Pem> blocks = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int typeEnd = text.indexOf(DASHES, at + BEGIN.length());
            int end = typeEnd < 0 ? -1 : text.indexOf(END, typeEnd + DASHES.length());
            if (end < 0) {
                throw new IllegalArgumentException("a PEM block does not end");
            }
            String type = text.substring(at + BEGIN.length(), typeEnd);
            blocks.add(new Pem(type, decode(text.substring(typeEnd + DASHES.length(), end))));
            at = text.indexOf(BEGIN, end);
        }
        return blocks;
    }

    /**
     * Returns whether the content begins with an element that states its length, as DER demands. The platform reads others
     * by a recursion without bound.
     */
    boolean definite() {
        return der.length > 1 && der[1] != (byte) 0x80;
    }

    private static byte[] decode(String body) {
        if (body.contains(":")) {
            throw new IllegalArgumentException("a PEM block is encrypted or has headers");
        }
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a PEM block is not base64", e);
        }
    }

    @Override
    public String toString() {
        return "Pem[" + type + "]";
    }
}
