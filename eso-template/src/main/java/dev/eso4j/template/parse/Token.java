package dev.eso4j.template.parse;

/**
 * A piece of a template.
 *
 * @param kind what it is
 * @param at the offset of its first byte
 * @param text as it was written; for text outside of actions, after trimming
 */
record Token(Kind kind, int at, String text) {
    enum Kind {
        TEXT,
        LEFT_DELIMITER,
        RIGHT_DELIMITER,
        SPACE,
        ASSIGN,
        DECLARE,
        PIPE,
        LEFT_PAREN,
        RIGHT_PAREN,
        CHAR,
        STRING,
        RAW_STRING,
        CHARACTER,
        NUMBER,
        COMPLEX,
        BOOL,
        DOT,
        FIELD,
        VARIABLE,
        IDENTIFIER,
        NIL,
        BLOCK,
        BREAK,
        CONTINUE,
        DEFINE,
        ELSE,
        END,
        IF,
        RANGE,
        TEMPLATE,
        WITH,
        EOF;

        boolean keyword() {
            return compareTo(NIL) >= 0 && this != EOF;
        }

        /** Whether a token of this kind can begin an operand. */
        boolean operand() {
            return switch (this) {
                case BOOL,
                        CHARACTER,
                        COMPLEX,
                        DOT,
                        FIELD,
                        IDENTIFIER,
                        NUMBER,
                        NIL,
                        RAW_STRING,
                        STRING,
                        VARIABLE,
                        LEFT_PAREN -> true;
                default -> false;
            };
        }
    }

    int end() {
        return at + text.length();
    }

    /** How messages name it. */
    String shown() {
        if (kind == Kind.EOF) {
            return "EOF";
        } else if (kind.keyword()) {
            return "<" + text + ">";
        } else if (kind == Kind.FIELD || kind == Kind.DOT) {
            return "<" + text + ">";
        }
        return text.length() > 10 ? "\"" + text.substring(0, 10) + "\"..." : "\"" + text + "\"";
    }
}
