package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * The client id and client secret of a machine identity.
 *
 * @param clientId Where the client id stands. Its key is needed.
 * @param clientSecret Where the client secret stands. Its key is needed.
 */
@ModelRecord
@Rule(
        check = "has(self.clientId.key) && has(self.clientSecret.key)",
        message = "clientId and clientSecret both need the key in their Secret")
public record UniversalAuthCredentials(SecretKeySelector clientId, SecretKeySelector clientSecret) {}
