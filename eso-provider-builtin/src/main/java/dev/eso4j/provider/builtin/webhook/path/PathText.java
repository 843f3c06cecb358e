package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;

/** The text of a path, and how far it has been read. Not thread-safe. */
final class PathText {
    private static final int LONGEST = 10_000;
    private static final char END = '\0';

    private final String text;
    private int at;

    PathText(String text) {
        if (text.length() > LONGEST) {
            throw new PathException(PathException.Reason.SYNTAX, "it has more than " + LONGEST + " characters");
        }
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return atEnd() ? END : text.charAt(at);
    }

    char next() {
        char c = peek();
        at++;
        return c;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    boolean accept(char c) {
        if (atEnd() || text.charAt(at) != c) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char c) {
        blanks();
        if (!accept(c)) {
            throw error("no " + c);
        }
    }

    boolean operator(String sign) {
        blanks();
        if (!startsWith(sign)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    void blanks() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    PathException error(String what) {
        return new PathException(PathException.Reason.SYNTAX, "it has " + what + " at position " + at);
    }

    /** Reads a name: a letter or {@code _}, then these, digits and dashes. */
    String name() {
        int start = at;
        while (!atEnd()) {
            int c = text.codePointAt(at);
            boolean first = Character.isLetter(c) || c == '_';
            if (!first && (at == start || !(Character.isDigit(c) || c == '-'))) {
                break;
            }
            at += Character.charCount(c);
        }
        if (at == start) {
            throw error("no name");
        }
        return text.substring(start, at);
    }

    JsonNode number() {
        int start = at;
        while (!atEnd() && "0123456789.eE+-".indexOf(text.charAt(at)) >= 0) {
            if ("+-".indexOf(text.charAt(at)) >= 0 && "eE".indexOf(text.charAt(at - 1)) < 0) {
                break;
            }
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.length() > 100) {
            throw error("too long a number");
        }
        try {
            return DecimalNode.valueOf(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            throw error("something that begins as a number and is none");
        }
    }

    /** Reads a text in quotes; in back quotes nothing is an escape. */
    String quoted() {
        char quote = next();
        StringBuilder out = new StringBuilder();
        while (true) {
            if (atEnd()) {
                throw error("a text without an end");
            }
            char c = next();
            if (c == quote) {
                return out.toString();
            }
            if (c == '\\' && quote != '`') {
                escape(out);
            } else {
                out.append(c);
            }
        }
    }

    private void escape(StringBuilder out) {
        char c = next();
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'v' -> out.append('\u000b');
            case 'a' -> out.append('\u0007');
            case '\\', '"', '\'', '/' -> out.append(c);
            case 'x' -> out.appendCodePoint(hex(2));
            case 'u' -> out.append((char) hex(4));
            case 'U' -> out.appendCodePoint(hex(8));
            default -> throw error("an unknown escape");
        }
    }

    private int hex(int digits) {
        String number = text.substring(Math.min(at, text.length()), Math.min(at + digits, text.length()));
        at += digits;
        if (number.length() < digits || !number.matches("[0-9a-fA-F]+")) {
            throw error("an escape with something that is not a digit");
        }
        long code = Long.parseLong(number, 16);
        if (code > Character.MAX_CODE_POINT) {
            throw error("an escape that is no character");
        }
        return (int) code;
    }
}
