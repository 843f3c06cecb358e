package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;

/** One search in one document, and what it has cost so far. Not thread-safe. */
final class Evaluation {
    /** Enough for each element of the largest answer, and an end for paths such as {@code $..*..*..*}. */
    private static final int STEPS = 1_000_000;

    private final JsonNode root;
    private int left = STEPS;

    Evaluation(JsonNode root) {
        this.root = root;
    }

    JsonNode root() {
        return root;
    }

    void step() {
        if (--left < 0) {
            throw new PathException(
                    PathException.Reason.LIMIT,
                    "the search takes more than " + STEPS + " steps; make the path narrower");
        }
    }
}
