package dev.eso4j.standalone.render;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Keeps values out of what is printed: takes them out of texts, and shows others by size and salted hash. */
public final class HiddenValues {
    /** Shorter ones are found by chance, in any text. */
    private static final int SHORTEST = 5;

    private static final int SHOWN_BYTES = 6;

    private final List<String> values = new ArrayList<>();
    private final byte[] salt = new byte[32];

    /** Creates one for these values. */
    public HiddenValues(Map<String, byte[]> values) {
        new SecureRandom().nextBytes(salt);
        for (byte[] value : values.values()) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(value))
                        .toString()
                        .strip();
                if (text.length() >= SHORTEST) {
                    this.values.add(text);
                }
            } catch (CharacterCodingException e) {
                continue; // What is no text cannot stand in one.
            }
        }
        this.values.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** Returns a text with asterisks for every value in it. */
    public String without(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, "****");
        }
        return hidden;
    }

    /** Returns what may be said of a value. */
    public static String size(byte[] value) {
        return "(hidden, " + value.length + (value.length == 1 ? " byte)" : " bytes)");
    }

    /** Returns by what equal values of one run, and of no other, can be known. */
    public String hash(byte[] value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(value), 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
