package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Format;
import org.jspecify.annotations.Nullable;

/**
 * How often and how fast a failing backend call is tried again.
 *
 * @param maxRetries How many times a call that failed is tried again.
 * @param retryInterval How long to wait before the next try: a duration such as {@code 10s}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecretStoreRetrySettings(
        @Format("int32") @Nullable Integer maxRetries,
        @Nullable String retryInterval) {}
