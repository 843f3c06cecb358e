package dev.eso4j.template.parse;

import dev.eso4j.template.parse.Token.Kind;
import dev.eso4j.template.value.Bytes;
import java.util.Map;

/** Cuts the bytes of a template into tokens, one at a time. */
final class Lexer {
    private static final Map<String, Kind> WORDS = Map.ofEntries(
            Map.entry("block", Kind.BLOCK),
            Map.entry("break", Kind.BREAK),
            Map.entry("continue", Kind.CONTINUE),
            Map.entry("define", Kind.DEFINE),
            Map.entry("else", Kind.ELSE),
            Map.entry("end", Kind.END),
            Map.entry("if", Kind.IF),
            Map.entry("nil", Kind.NIL),
            Map.entry("range", Kind.RANGE),
            Map.entry("template", Kind.TEMPLATE),
            Map.entry("with", Kind.WITH),
            Map.entry("true", Kind.BOOL),
            Map.entry("false", Kind.BOOL));

    private final String input;
    private final Cursor cursor;
    private final Delimiters delimiters;
    private int parens;
    private boolean inside;

    Lexer(String input, Delimiters delimiters) {
        this.input = input;
        this.cursor = new Cursor(input);
        this.delimiters = delimiters;
    }

    Token next() {
        return inside ? inAction() : outside();
    }

    private Token outside() {
        while (true) {
            int start = cursor.position;
            int open = input.indexOf(delimiters.left(), start);
            if (open < 0) {
                cursor.position = input.length();
                return token(start < cursor.position ? Kind.TEXT : Kind.EOF, start);
            }
            int afterOpen = open + delimiters.left().length();
            boolean trimmed = trimMarkerAfter(afterOpen);
            int end = trimmed ? withoutSpaceBefore(start, open) : open;
            if (end > start) {
                cursor.position = open;
                return new Token(Kind.TEXT, start, input.substring(start, end));
            }
            int content = trimmed ? afterOpen + 2 : afterOpen;
            if (!input.startsWith("/*", content)) {
                cursor.position = content;
                inside = true;
                parens = 0;
                return new Token(Kind.LEFT_DELIMITER, open, delimiters.left());
            }
            skipComment(content);
        }
    }

    private void skipComment(int start) {
        int close = input.indexOf("*/", start + 2);
        if (close < 0) {
            throw new SyntaxException(start, "unclosed comment");
        }
        cursor.position = close + 2;
        if (!atRightDelimiter()) {
            throw new SyntaxException(start, "comment ends before closing delimiter");
        }
        passRightDelimiter();
    }

    private boolean trimMarkerAfter(int at) {
        return at + 1 < input.length() && input.charAt(at) == '-' && space(input.charAt(at + 1));
    }

    private boolean trimMarkerBefore() {
        return cursor.position + 1 < input.length()
                && space(input.charAt(cursor.position))
                && input.charAt(cursor.position + 1) == '-'
                && input.startsWith(delimiters.right(), cursor.position + 2);
    }

    private int withoutSpaceBefore(int start, int end) {
        int trimmed = end;
        while (trimmed > start && space(input.charAt(trimmed - 1))) {
            trimmed--;
        }
        return trimmed;
    }

    private boolean atRightDelimiter() {
        return trimMarkerBefore() || input.startsWith(delimiters.right(), cursor.position);
    }

    private void passRightDelimiter() {
        boolean trimmed = trimMarkerBefore();
        cursor.position += (trimmed ? 2 : 0) + delimiters.right().length();
        while (trimmed && cursor.position < input.length() && space(input.charAt(cursor.position))) {
            cursor.position++;
        }
    }

    private Token inAction() {
        int start = cursor.position;
        if (atRightDelimiter()) {
            if (parens > 0) {
                throw new SyntaxException(start, "unclosed left paren");
            }
            passRightDelimiter();
            inside = false;
            return new Token(Kind.RIGHT_DELIMITER, start, delimiters.right());
        }
        int c = cursor.advance();
        switch (c) {
            case Cursor.END:
                throw new SyntaxException(start, "unclosed action");
            case ' ', '\t', '\r', '\n':
                while (cursor.position < input.length()
                        && space(input.charAt(cursor.position))
                        && !trimMarkerBefore()) {
                    cursor.position++;
                }
                return token(Kind.SPACE, start);
            case '=':
                return token(Kind.ASSIGN, start);
            case ':':
                if (cursor.advance() != '=') {
                    throw new SyntaxException(start, "expected :=");
                }
                return token(Kind.DECLARE, start);
            case '|':
                return token(Kind.PIPE, start);
            case '"':
                return quoted('"', Kind.STRING, "unterminated quoted string", start);
            case '\'':
                return quoted('\'', Kind.CHARACTER, "unterminated character constant", start);
            case '`':
                return raw(start);
            case '$':
                return named(Kind.VARIABLE, Kind.VARIABLE, start);
            case '.':
                return Cursor.digit(cursor.peek()) ? number(start) : named(Kind.FIELD, Kind.DOT, start);
            case '(':
                parens++;
                return token(Kind.LEFT_PAREN, start);
            case ')':
                if (--parens < 0) {
                    throw new SyntaxException(start, "unexpected right paren");
                }
                return token(Kind.RIGHT_PAREN, start);
            default:
                return other(c, start);
        }
    }

    private Token other(int c, int start) {
        if (c == '+' || c == '-' || Cursor.digit(c)) {
            return number(start);
        } else if (Cursor.alphanumeric(c)) {
            Token word = named(Kind.IDENTIFIER, Kind.IDENTIFIER, start);
            return new Token(WORDS.getOrDefault(word.text(), Kind.IDENTIFIER), start, word.text());
        } else if (c > ' ' && c < 0x7f) {
            return token(Kind.CHAR, start);
        }
        throw new SyntaxException(start, "unrecognized character in action: " + shown(c));
    }

    private Token quoted(char quote, Kind kind, String unterminated, int start) {
        while (true) {
            int c = cursor.advance();
            if (c == '\\') {
                c = cursor.advance();
                if (c != Cursor.END && c != '\n') {
                    continue;
                }
            }
            if (c == Cursor.END || c == '\n') {
                throw new SyntaxException(start, unterminated);
            } else if (c == quote) {
                return token(kind, start);
            }
        }
    }

    private Token raw(int start) {
        int close = input.indexOf('`', cursor.position);
        if (close < 0) {
            throw new SyntaxException(start, "unterminated raw quoted string");
        }
        cursor.position = close + 1;
        return token(Kind.RAW_STRING, start);
    }

    private Token named(Kind kind, Kind alone, int start) {
        if (atTerminator() && cursor.position == start + 1 && kind != Kind.IDENTIFIER) {
            return token(alone, start);
        }
        cursor.accept(Cursor::alphanumeric);
        if (!atTerminator()) {
            throw new SyntaxException(start, "bad character " + shown(cursor.peek()));
        }
        return token(kind, start);
    }

    private boolean atTerminator() {
        int c = cursor.peek();
        return c == Cursor.END
                || space(c)
                || ".,|:()".indexOf(c) >= 0
                || input.startsWith(delimiters.right(), cursor.position);
    }

    private Token number(int start) {
        cursor.position = start;
        if (!NumberScan.number(cursor)) {
            throw badNumber(start);
        }
        int sign = cursor.peek();
        if (sign != '+' && sign != '-') {
            return token(Kind.NUMBER, start);
        }
        if (!NumberScan.number(cursor) || input.charAt(cursor.position - 1) != 'i') {
            throw badNumber(start);
        }
        return token(Kind.COMPLEX, start);
    }

    private SyntaxException badNumber(int start) {
        return new SyntaxException(start, "bad number syntax: \"" + input.substring(start, cursor.position) + "\"");
    }

    private Token token(Kind kind, int start) {
        return new Token(kind, start, input.substring(start, cursor.position));
    }

    private static String shown(int c) {
        String hex = String.format("U+%04X", Math.max(c, 0));
        return c > ' ' && c != 0x7f ? hex + " '" + Bytes.encode(Character.toString(c)) + "'" : hex;
    }

    private static boolean space(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
