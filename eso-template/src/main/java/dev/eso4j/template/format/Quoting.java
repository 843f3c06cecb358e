package dev.eso4j.template.format;

import dev.eso4j.template.value.Bytes;

/** Go's quoted form of texts and characters; all strings are bytes. */
public final class Quoting {
    private Quoting() {}

    /** A text between double quotes, with escapes for what is not printable. */
    public static String quote(String bytes) {
        return quote(bytes, '"', false);
    }

    /** How long a text can become when it is quoted: exact for letters of ASCII and for what is escaped by its number. */
    public static long longest(String bytes) {
        long odd = 0;
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            odd += c < ' ' || c >= 0x7f ? 3 : c == '"' || c == '\\' ? 1 : 0;
        }
        return bytes.length() + odd + 2;
    }

    static String quote(String bytes, char quote, boolean ascii) {
        StringBuilder text = new StringBuilder(bytes.length() + 2).append(quote);
        int done = 0;
        for (int i = 0; i < bytes.length(); ) {
            char c = bytes.charAt(i);
            if (c >= ' ' && c < 0x7f && c != quote && c != '\\') {
                i++;
                continue;
            }
            if (done < i) {
                text.append(bytes.substring(done, i));
            }
            long rune = Bytes.rune(bytes, i);
            i += Bytes.width(rune);
            if (Bytes.valid(rune)) {
                escape(text, Bytes.codePoint(rune), quote, ascii);
            } else {
                hex(text.append("\\x"), c, 2);
            }
            done = i;
        }
        return text.append(done == 0 ? bytes : bytes.substring(done))
                .append(quote)
                .toString();
    }

    static String character(int point, boolean ascii) {
        StringBuilder text = new StringBuilder(4).append('\'');
        escape(text, point, '\'', ascii);
        return text.append('\'').toString();
    }

    private static void escape(StringBuilder text, int point, char quote, boolean ascii) {
        if (point == quote || point == '\\') {
            text.append('\\').append((char) point);
        } else if (printable(point) && (!ascii || point < 0x80)) {
            Bytes.append(text, point);
        } else {
            int simple = "\u0007\b\f\n\r\t\u000b".indexOf(point);
            if (simple >= 0) {
                text.append('\\').append("abfnrtv".charAt(simple));
            } else if (point < ' ' || point == 0x7f) {
                hex(text.append("\\x"), point, 2);
            } else if (point < 0x10000) {
                hex(text.append("\\u"), point, 4);
            } else {
                hex(text.append("\\U"), point, 8);
            }
        }
    }

    private static void hex(StringBuilder text, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            text.append("0123456789abcdef".charAt(value >>> shift & 15));
        }
    }

    /** Whether the text can stand between back quotes unchanged. */
    static boolean canBackquote(String bytes) {
        for (int i = 0; i < bytes.length(); ) {
            long rune = Bytes.rune(bytes, i);
            int point = Bytes.codePoint(rune);
            if (!Bytes.valid(rune)
                    || point < ' ' && point != '\t'
                    || point == '`'
                    || point == 0x7f
                    || point == 0xFEFF) {
                return false;
            }
            i += Bytes.width(rune);
        }
        return true;
    }

    /** Whether Go takes a character for printable: letters, marks, numbers, punctuation, symbols, the ASCII space. */
    public static boolean printable(int point) {
        if (point < 0x80) {
            return point >= ' ' && point < 0x7f;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
