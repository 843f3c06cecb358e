package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * An access token of Infisical that was issued before. It is used as it is and never renewed.
 *
 * @param accessToken Where the access token stands.
 */
@ModelRecord
public record TokenAuthCredentials(SecretKeySelector accessToken) {}
