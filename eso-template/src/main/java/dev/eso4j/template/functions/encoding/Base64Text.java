package dev.eso4j.template.functions.encoding;

import dev.eso4j.template.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 as Go has it: padding is required, line ends are ignored, leftover bits are too. */
public final class Base64Text {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int[] VALUES = values();

    private Base64Text() {}

    public static String encode(String bytes) {
        return Bytes.of(Base64.getEncoder().encode(Bytes.toArray(bytes)));
    }

    /**
     * The bytes that a text in the standard alphabet stands for.
     *
     * @throws CorruptTextException if it is not Base64
     */
    public static String decode(String text) {
        byte[] bytes = new byte[text.length() / 4 * 3 + 3];
        int size = 0;
        int group = 0;
        int filled = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c < 0x80 ? VALUES[c] : -1;
            if (value >= 0) {
                group = group << 6 | value;
                if (++filled == 4) {
                    bytes[size++] = (byte) (group >> 16);
                    bytes[size++] = (byte) (group >> 8);
                    bytes[size++] = (byte) group;
                    filled = 0;
                    group = 0;
                }
            } else if (c == '=') {
                checkEnd(text, i, filled);
                int last = group << 6 * (4 - filled);
                for (int shift = 16; shift > 24 - 8 * filled; shift -= 8) {
                    bytes[size++] = (byte) (last >> shift);
                }
                return text(bytes, size);
            } else if (!lineEnd(c)) {
                throw CorruptTextException.at("base64", i);
            }
        }
        if (filled > 0) {
            throw CorruptTextException.at("base64", text.length() - filled);
        }
        return text(bytes, size);
    }

    private static String text(byte[] bytes, int size) {
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }

    /** Nothing but the rest of the padding and line ends may follow the first {@code =}. */
    private static void checkEnd(String text, int padding, int filled) {
        if (filled < 2) {
            throw CorruptTextException.at("base64", padding);
        }
        int at = afterLineEnds(text, padding + 1);
        if (filled == 2) {
            if (at == text.length()) {
                throw CorruptTextException.at("base64", at);
            } else if (text.charAt(at) != '=') {
                throw CorruptTextException.at("base64", at - 1);
            }
            at = afterLineEnds(text, at + 1);
        }
        if (at < text.length()) {
            throw CorruptTextException.at("base64", at);
        }
    }

    private static int afterLineEnds(String text, int from) {
        int at = from;
        while (at < text.length() && lineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean lineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static int[] values() {
        int[] values = new int[0x80];
        for (int c = 0; c < values.length; c++) {
            values[c] = ALPHABET.indexOf(c);
        }
        return values;
    }
}
