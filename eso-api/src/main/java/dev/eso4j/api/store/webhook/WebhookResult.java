package dev.eso4j.api.store.webhook;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer is the secret.
 *
 * @param jsonPath Where the value stands in the answer, as JSONPath and a template, such as {@code $.data.{{
 *     .remoteRef.property }}}. The whole body, which then need not be JSON, when absent or empty.
 */
@ModelRecord
public record WebhookResult(@Nullable String jsonPath) {}
