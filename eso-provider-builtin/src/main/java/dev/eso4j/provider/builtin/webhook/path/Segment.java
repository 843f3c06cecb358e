package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** One step of a path. */
interface Segment {
    /** Returns whether the step may find any number of values. */
    boolean many();

    /**
     * Finds what the step leads to.
     *
     * @throws PathException if it leads nowhere, and only one value is possible
     */
    void find(Evaluation evaluation, JsonNode from, Consumer<JsonNode> found);
}
