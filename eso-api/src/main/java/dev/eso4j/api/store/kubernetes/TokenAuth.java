package dev.eso4j.api.store.kubernetes;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A bearer token.
 *
 * @param bearerToken Where the token stands.
 */
@ModelRecord
public record TokenAuth(SecretKeySelector bearerToken) {}
