package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A login with the ID token that the metadata server of Google Cloud gives.
 *
 * @param identityId Where the id of the machine identity in Infisical stands.
 */
@ModelRecord
public record GcpIDTokenAuthCredentials(SecretKeySelector identityId) {}
