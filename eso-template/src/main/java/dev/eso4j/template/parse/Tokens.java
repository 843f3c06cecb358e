package dev.eso4j.template.parse;

import dev.eso4j.template.parse.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/** The tokens of a template, of which the parser can look at the next one and give some back. */
final class Tokens {
    private final Lexer lexer;
    private final Deque<Token> given = new ArrayDeque<>(4);
    private final int limit;
    private int count;
    private int depth;

    Tokens(String text, Delimiters delimiters, int limit) {
        lexer = new Lexer(text, delimiters);
        this.limit = limit;
    }

    Token next() {
        Token known = given.poll();
        if (known != null) {
            return known;
        }
        Token token = lexer.next();
        if (token.kind() != Kind.SPACE && ++count > limit) {
            throw new SyntaxException(token.at(), "a template of more than " + limit + " parts");
        }
        return token;
    }

    /** How many have been read, without spaces. */
    int count() {
        return count;
    }

    Token peek() {
        Token token = next();
        given.push(token);
        return token;
    }

    void back(Token token) {
        given.push(token);
    }

    Token nextNonSpace() {
        Token token = next();
        while (token.kind() == Kind.SPACE) {
            token = next();
        }
        return token;
    }

    Token peekNonSpace() {
        Token token = nextNonSpace();
        given.push(token);
        return token;
    }

    Token expect(Kind kind, String context) {
        Token token = nextNonSpace();
        if (token.kind() != kind) {
            throw unexpected(token, context);
        }
        return token;
    }

    /** Enters a nested part, of which there can be only so many within each other. */
    void enter(Token at, int limit) {
        if (++depth > limit) {
            throw new SyntaxException(at.at(), "nested deeper than " + limit);
        }
    }

    void leave() {
        depth--;
    }

    static SyntaxException unexpected(Token token, String context) {
        return new SyntaxException(token.at(), "unexpected " + token.shown() + " in " + context);
    }
}
