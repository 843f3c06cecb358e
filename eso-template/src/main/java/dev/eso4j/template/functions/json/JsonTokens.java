package dev.eso4j.template.functions.json;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.Numerals;
import org.jspecify.annotations.Nullable;

/** The pieces of a JSON text, in order. */
final class JsonTokens {
    private final String text;
    private final boolean exact;
    private int at;
    private boolean outOfRange;

    JsonTokens(String text, boolean exact) {
        this.text = text;
        this.exact = exact;
    }

    boolean numberOutOfRange() {
        return outOfRange;
    }

    /** The character behind the white space, which is skipped. */
    char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            throw new FunctionException("unexpected end of JSON input");
        }
        return text.charAt(at);
    }

    void skip() {
        at++;
    }

    boolean skipIf(char c) {
        boolean found = peek() == c;
        at += found ? 1 : 0;
        return found;
    }

    void expect(char c) {
        if (!skipIf(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    /** Checks that there is nothing more. */
    void end() {
        while (at < text.length()) {
            if (" \t\r\n".indexOf(text.charAt(at)) < 0) {
                throw unexpected("the end");
            }
            at++;
        }
    }

    String name() {
        if (peek() != '"') {
            throw unexpected("the name of an entry");
        }
        String name = string();
        expect(':');
        return name;
    }

    @Nullable
    Object scalar() {
        return switch (peek()) {
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw unexpected("a value");
        };
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        at += word.length();
        return value;
    }

    private @Nullable Object number() {
        int from = at;
        if (text.charAt(at) == '-') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits();
        }
        String number = text.substring(from, at);
        if (exact) {
            Long integer = Numerals.integer(number);
            if (integer != null) {
                return integer;
            }
            Long unsigned = Numerals.unsigned(number);
            if (unsigned != null) {
                return GoInt.uint64(unsigned);
            }
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            outOfRange = true;
            return null;
        }
        return value;
    }

    private void digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw unexpected("a digit");
        }
    }

    private String string() {
        StringBuilder bytes = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return bytes.toString();
            } else if (c == '\\') {
                escape(bytes);
            } else if (c < ' ') {
                throw unexpected("no control character within a string");
            } else if (c < 0x80) {
                bytes.append(c);
                at++;
            } else {
                long rune = Bytes.rune(text, at);
                Bytes.append(bytes, Bytes.codePoint(rune));
                at += Bytes.width(rune);
            }
        }
        throw new FunctionException("unexpected end of JSON input within a string");
    }

    private void escape(StringBuilder bytes) {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            bytes.append("\"\\/\b\f\n\r\t".charAt(simple));
            at += 2;
            return;
        }
        int unit = unit(at);
        if (unit < 0) {
            throw unexpected("another escape");
        }
        at += 6;
        if (Character.isSurrogate((char) unit)) {
            int low = unit(at);
            if (low >= 0 && Character.isSurrogatePair((char) unit, (char) low)) {
                at += 6;
                Bytes.append(bytes, Character.toCodePoint((char) unit, (char) low));
                return;
            }
        }
        Bytes.append(bytes, unit);
    }

    /** The number of the escape that begins at this position, -1 if there is none. */
    private int unit(int from) {
        if (from + 6 > text.length() || !text.startsWith("\\u", from)) {
            return -1;
        }
        int unit = 0;
        for (int i = from + 2; i < from + 6; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private FunctionException unexpected(String instead) {
        return new FunctionException("invalid JSON at byte " + at + ": expected " + instead);
    }
}
