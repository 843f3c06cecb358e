package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A path into the JSON of an answer, such as {@code $.data["my key"]} or {@code $.items[?(@.name == "db")].value}.
 *
 * <p>A path with a wildcard, a descent, a union, a slice or a filter gives the array of all matches, in the order of the
 * document and possibly without any; every other path gives the one value, and none is an error. Immutable and
 * thread-safe; what an evaluation may cost is bounded.
 */
public final class AnswerPath {
    private final Expression expression;

    private AnswerPath(Expression expression) {
        this.expression = expression;
    }

    /**
     * Reads a path.
     *
     * @throws PathException if it is not one
     */
    public static AnswerPath parse(String text) {
        return new AnswerPath(PathParser.parse(text));
    }

    /**
     * Returns what the path finds.
     *
     * @throws PathException if there is nothing, or the search costs too much
     */
    public JsonNode find(JsonNode document) {
        return expression.evaluate(new Evaluation(document), document);
    }
}
