package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A bearer token.
 *
 * @param bearerToken Where the token stands.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TokenAuth(SecretKeySelector bearerToken) {}
