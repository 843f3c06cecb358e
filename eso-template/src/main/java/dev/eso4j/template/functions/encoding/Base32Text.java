package dev.eso4j.template.functions.encoding;

/** Base32 as Go has it: upper case only, padding required, line ends ignored. */
final class Base32Text {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int GROUP = 8;

    private Base32Text() {}

    static String encode(String bytes) {
        StringBuilder text = new StringBuilder(bytes.length() / 5 * GROUP + GROUP);
        for (int from = 0; from < bytes.length(); from += 5) {
            int count = Math.min(5, bytes.length() - from);
            long group = 0;
            for (int i = 0; i < 5; i++) {
                group = group << 8 | (i < count ? bytes.charAt(from + i) : 0);
            }
            int characters = (count * 8 + 4) / 5;
            for (int i = 0; i < GROUP; i++) {
                text.append(i < characters ? ALPHABET.charAt((int) (group >> 35 - 5 * i & 31)) : '=');
            }
        }
        return text.toString();
    }

    static String decode(String encoded) {
        String text = encoded.replace("\n", "").replace("\r", "");
        StringBuilder bytes = new StringBuilder(text.length() / GROUP * 5 + 5);
        for (int at = 0; at < text.length(); at += GROUP) {
            long group = 0;
            for (int i = 0; i < GROUP; i++) {
                if (at + i >= text.length()) {
                    throw corrupt(at);
                }
                char c = text.charAt(at + i);
                int left = text.length() - at - i - 1;
                if (c == '=' && i >= 2 && left < GROUP) {
                    checkPadding(text, at + i, i);
                    append(bytes, group << 5 * (GROUP - i), i * 5 / 8);
                    return bytes.toString();
                }
                int value = ALPHABET.indexOf(c);
                if (value < 0) {
                    throw corrupt(at + i);
                }
                group = group << 5 | value;
            }
            append(bytes, group, 5);
        }
        return bytes.toString();
    }

    /** The first {@code =} stands behind so many characters of the last group; what follows its padding is ignored. */
    private static void checkPadding(String text, int padding, int filled) {
        int left = text.length() - padding - 1;
        if (left + filled < GROUP - 1) {
            throw corrupt(text.length());
        }
        for (int i = 0; i < GROUP - 1 - filled; i++) {
            if (i < left && text.charAt(padding + 1 + i) != '=') {
                throw corrupt(padding + i);
            }
        }
        if (filled == 3 || filled == 6) {
            throw corrupt(padding);
        }
    }

    private static void append(StringBuilder bytes, long group, int count) {
        for (int i = 0; i < count; i++) {
            bytes.append((char) (group >> 32 - 8 * i & 0xFF));
        }
    }

    private static CorruptTextException corrupt(int position) {
        return CorruptTextException.at("base32", position);
    }
}
