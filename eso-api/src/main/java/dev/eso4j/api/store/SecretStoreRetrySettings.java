package dev.eso4j.api.store;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import org.jspecify.annotations.Nullable;

/**
 * How often and how fast a failing backend call is tried again.
 *
 * @param maxRetries How many times a call that failed is tried again.
 * @param retryInterval How long to wait before the next try: a duration such as {@code 10s}.
 */
@ModelRecord
public record SecretStoreRetrySettings(
        @Format("int32") @Nullable Integer maxRetries,
        @Nullable String retryInterval) {}
