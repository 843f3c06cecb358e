package dev.eso4j.template.parse;

import dev.eso4j.template.value.Bytes;

/** What quoted tokens stand for. */
final class Unquoted {
    private final Token token;
    private final String text;
    private final char quote;
    private int position = 1;

    private Unquoted(Token token) {
        this.token = token;
        this.text = token.text();
        this.quote = text.charAt(0);
    }

    /** The bytes of a string, interpreted or raw. */
    static String string(Token token) {
        String text = token.text();
        if (token.kind() == Token.Kind.RAW_STRING) {
            return text.substring(1, text.length() - 1).replace("\r", "");
        }
        Unquoted unquoted = new Unquoted(token);
        StringBuilder bytes = new StringBuilder(text.length());
        while (unquoted.position < text.length() - 1) {
            unquoted.next(bytes);
        }
        return bytes.toString();
    }

    /** The code point of a character constant. */
    static int character(Token token) {
        Unquoted unquoted = new Unquoted(token);
        StringBuilder bytes = new StringBuilder(4);
        if (token.text().length() < 3) {
            throw unquoted.malformed("malformed character constant");
        }
        int point = unquoted.next(bytes);
        if (unquoted.position != token.text().length() - 1) {
            throw unquoted.malformed("malformed character constant");
        }
        return point;
    }

    private int next(StringBuilder bytes) {
        if (text.charAt(position) != '\\') {
            long rune = Bytes.rune(text, position);
            position += Bytes.width(rune);
            Bytes.append(bytes, Bytes.codePoint(rune));
            return Bytes.codePoint(rune);
        }
        char escape = text.charAt(position + 1);
        position += 2;
        int simple = "abfnrtv\\".indexOf(escape);
        if (simple >= 0 || escape == quote) {
            char c = simple >= 0 ? "\u0007\b\f\n\r\t\u000b\\".charAt(simple) : quote;
            bytes.append(c);
            return c;
        }
        switch (escape) {
            case 'x':
                return single(bytes, digits(2, 16));
            case 'u':
                return character(bytes, digits(4, 16));
            case 'U':
                return character(bytes, digits(8, 16));
            case '0', '1', '2', '3', '4', '5', '6', '7':
                position--;
                return single(bytes, digits(3, 8));
            default:
                throw malformed("invalid syntax");
        }
    }

    private int single(StringBuilder bytes, long value) {
        if (value > 0xff) {
            throw malformed("invalid syntax");
        }
        bytes.append((char) value);
        return (int) value;
    }

    private int character(StringBuilder bytes, long value) {
        if (value > Character.MAX_CODE_POINT || value >= 0xD800 && value <= 0xDFFF) {
            throw malformed("invalid syntax");
        }
        Bytes.append(bytes, (int) value);
        return (int) value;
    }

    private long digits(int count, int base) {
        long value = 0;
        for (int i = 0; i < count; i++, position++) {
            int digit = position < text.length() - 1 && text.charAt(position) < 0x80
                    ? Character.digit(text.charAt(position), base)
                    : -1;
            if (digit < 0) {
                throw malformed("invalid syntax");
            }
            value = value * base + digit;
        }
        return value;
    }

    private SyntaxException malformed(String message) {
        return new SyntaxException(token.at(), message);
    }
}
