package dev.eso4j.api.generator.webhook;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * The part of a JSON answer to use.
 *
 * @param jsonPath A JSON path to an object, or to a string that holds one, such as {@code $.data}; its members become
 *     keys. The whole answer when absent.
 */
@ModelRecord
public record WebhookResult(@Nullable String jsonPath) {}
