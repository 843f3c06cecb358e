package dev.eso4j.template.parse;

import dev.eso4j.template.value.Bytes;
import java.util.function.IntPredicate;

/** A position in the bytes of a template, which moves by characters. */
final class Cursor {
    /** What is read at the end. */
    static final int END = -1;

    int position;

    private final String input;

    Cursor(String input) {
        this.input = input;
    }

    int peek() {
        return position >= input.length() ? END : Bytes.codePoint(Bytes.rune(input, position));
    }

    int advance() {
        if (position >= input.length()) {
            return END;
        }
        long rune = Bytes.rune(input, position);
        position += Bytes.width(rune);
        return Bytes.codePoint(rune);
    }

    /** Passes one of the given characters, if there is one. */
    boolean acceptOne(String characters) {
        int c = peek();
        if (c == END || characters.indexOf(c) < 0) {
            return false;
        }
        position++;
        return true;
    }

    /** Passes any number of such characters. */
    void accept(IntPredicate characters) {
        while (characters.test(peek())) {
            advance();
        }
    }

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a character can be in a name. */
    static boolean alphanumeric(int c) {
        return c == '_' || c > 0 && (Character.isLetter(c) || Character.isDigit(c));
    }
}
