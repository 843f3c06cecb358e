package dev.eso4j.template.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Byte strings: Go's strings, held as Java strings with one char of at most U+00FF for each byte.
 *
 * <p>Length, slices, comparison and concatenation of such strings are Go's. What looks at characters decodes them first.
 */
public final class Bytes {
    /** What an invalid byte decodes to. */
    public static final int INVALID = 0xFFFD;

    private Bytes() {}

    public static String of(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    public static byte[] toArray(String bytes) {
        return bytes.getBytes(ISO_8859_1);
    }

    /** The byte string that is the UTF-8 of a Java text. */
    public static String encode(String text) {
        return ascii(text) ? text : new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** The Java text of a byte string in UTF-8; every invalid byte becomes one U+FFFD. */
    public static String decode(String bytes) {
        if (ascii(bytes)) {
            return bytes;
        }
        StringBuilder text = new StringBuilder(bytes.length());
        for (int i = 0; i < bytes.length(); ) {
            long rune = rune(bytes, i);
            text.appendCodePoint(codePoint(rune));
            i += width(rune);
        }
        return text.toString();
    }

    /** Whether every byte is below 0x80. */
    public static boolean ascii(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The character at a position, to be taken apart by {@link #codePoint}, {@link #width} and {@link #valid}. */
    public static long rune(String bytes, int at) {
        int first = bytes.charAt(at);
        if (first < 0x80) {
            return pack(first, 1);
        }
        int width = first >= 0xC2 && first <= 0xDF
                ? 2
                : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
        if (width == 0 || at + width > bytes.length()) {
            return pack(INVALID, 1);
        }
        int point = first & (0xFF >> (width + 1));
        for (int i = 1; i < width; i++) {
            int next = bytes.charAt(at + i);
            if ((next & 0xC0) != 0x80) {
                return pack(INVALID, 1);
            }
            point = point << 6 | next & 0x3F;
        }
        boolean overlong = width == 3 && point < 0x800 || width == 4 && point < 0x10000;
        if (overlong || point > 0x10FFFF || point >= 0xD800 && point <= 0xDFFF) {
            return pack(INVALID, 1);
        }
        return pack(point, width);
    }

    private static long pack(int point, int width) {
        return (long) width << 32 | point;
    }

    public static int codePoint(long rune) {
        return (int) rune;
    }

    /** The number of bytes of a character; 1 for an invalid byte. */
    public static int width(long rune) {
        return (int) (rune >>> 32);
    }

    /** Whether the bytes were valid UTF-8; a written U+FFFD is. */
    public static boolean valid(long rune) {
        return codePoint(rune) != INVALID || width(rune) != 1;
    }

    /** Whether the whole string is valid UTF-8. */
    public static boolean valid(String bytes) {
        for (int i = 0; i < bytes.length(); ) {
            long rune = rune(bytes, i);
            if (!valid(rune)) {
                return false;
            }
            i += width(rune);
        }
        return true;
    }

    /** The number of characters, each invalid byte being one. */
    public static int count(String bytes) {
        int count = 0;
        for (int i = 0; i < bytes.length(); count++) {
            i += width(rune(bytes, i));
        }
        return count;
    }

    /** Whether a character is white space to Go's {@code unicode.IsSpace}. */
    public static boolean space(int point) {
        return switch (point) {
            case 9, 10, 11, 12, 13, ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> point >= 0x2000 && point <= 0x200A;
        };
    }

    /** Whether there is nothing but white space. */
    public static boolean blank(String bytes) {
        for (int i = 0; i < bytes.length(); ) {
            long rune = rune(bytes, i);
            if (!space(codePoint(rune))) {
                return false;
            }
            i += width(rune);
        }
        return true;
    }

    /** Appends a character in UTF-8; surrogates and numbers that are no character become U+FFFD. */
    public static void append(StringBuilder bytes, int point) {
        if (point >= 0 && point < 0x80) {
            bytes.append((char) point);
        } else if (point < 0 || point > 0x10FFFF || point >= 0xD800 && point <= 0xDFFF) {
            append(bytes, INVALID);
        } else if (point < 0x800) {
            bytes.append((char) (0xC0 | point >> 6)).append(tail(point));
        } else if (point < 0x10000) {
            bytes.append((char) (0xE0 | point >> 12)).append(tail(point >> 6)).append(tail(point));
        } else {
            bytes.append((char) (0xF0 | point >> 18))
                    .append(tail(point >> 12))
                    .append(tail(point >> 6))
                    .append(tail(point));
        }
    }

    private static char tail(int point) {
        return (char) (0x80 | point & 0x3F);
    }
}
