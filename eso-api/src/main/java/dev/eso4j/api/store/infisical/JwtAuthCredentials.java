package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A login with a JSON web token.
 *
 * @param identityId Where the id of the machine identity in Infisical stands.
 * @param jwt Where the token stands.
 */
@ModelRecord
public record JwtAuthCredentials(SecretKeySelector identityId, SecretKeySelector jwt) {}
