package dev.eso4j.template.functions.strings;

import static dev.eso4j.template.functions.strings.Word.Kind.ALPHA;
import static dev.eso4j.template.functions.strings.Word.Kind.CONNECTOR;
import static dev.eso4j.template.functions.strings.Word.Kind.NONE;
import static dev.eso4j.template.functions.strings.Word.Kind.NUMBER;
import static dev.eso4j.template.functions.strings.Word.Kind.PUNCTUATION;
import static dev.eso4j.template.functions.strings.Word.Kind.UPPER;

import dev.eso4j.template.value.Bytes;

/** The words of a name in lower case with a character between them: snake_case, kebab-case. */
final class JoinedWords {
    private final String text;
    private final char connector;
    private final StringBuilder result = new StringBuilder();
    private Word word;

    JoinedWords(String text, char connector) {
        this.text = text;
        this.connector = connector;
        word = Word.at(text, 0);
    }

    String text() {
        while (word.end() < text.length()) {
            if (word.kind() != CONNECTOR) {
                emit(word);
            }
            Word last = word;
            next();
            switch (last.kind()) {
                case NUMBER -> {
                    emitNumbered();
                    connectUnlessEnd();
                }
                case CONNECTOR -> emit(last);
                case PUNCTUATION -> {}
                default -> between();
            }
        }
        emit(word);
        return result.toString();
    }

    /** Behind a word of letters: a number sticks to it unless lower-case letters follow the number. */
    private void between() {
        if (word.kind() != NUMBER) {
            connect();
        } else if (word.end() < text.length()) {
            Word number = word;
            next();
            if (word.kind() != ALPHA) {
                emit(number);
                connect();
            } else {
                result.append(connector);
                emit(number);
                emitNumbered();
                connectUnlessEnd();
            }
        }
    }

    private void emitNumbered() {
        while (word.is(ALPHA, NUMBER)) {
            emit(word);
            next();
        }
    }

    private void connectUnlessEnd() {
        if (word.kind() != NONE) {
            connect();
        }
    }

    private void connect() {
        if (!word.is(CONNECTOR, PUNCTUATION)) {
            result.append(connector);
        }
    }

    private void next() {
        word = Word.at(text, word.end());
    }

    private void emit(Word piece) {
        if (!piece.is(UPPER, CONNECTOR)) {
            result.append(text, piece.start(), piece.end());
            return;
        }
        for (int i = piece.start(); i < piece.end(); ) {
            long rune = Bytes.rune(text, i);
            int point = Bytes.codePoint(rune);
            i += Bytes.width(rune);
            if (Word.connector(point)) {
                result.append(connector);
            } else {
                Bytes.append(result, Letters.upper(point) ? Character.toLowerCase(point) : point);
            }
        }
    }
}
