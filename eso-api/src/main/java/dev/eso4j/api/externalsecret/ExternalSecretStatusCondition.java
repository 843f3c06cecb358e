package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One aspect of the state of an ExternalSecret. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretStatusCondition(
        String type,
        String status,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String lastTransitionTime) {}
