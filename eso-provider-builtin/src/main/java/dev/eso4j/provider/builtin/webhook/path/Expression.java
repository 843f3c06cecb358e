package dev.eso4j.provider.builtin.webhook.path;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that has a value where it is evaluated. */
@FunctionalInterface
interface Expression {
    /**
     * Returns the value.
     *
     * @param current what {@code @} stands for
     * @throws PathException if there is none
     */
    JsonNode evaluate(Evaluation evaluation, JsonNode current);
}
