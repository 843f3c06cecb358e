package dev.eso4j.api.store.ibm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The login by a trusted profile.
 *
 * @param profile The name of the trusted profile.
 * @param tokenLocation The file with the token, in the operator's pod; {@code /var/run/secrets/tokens/vault-token}
 *     unless given.
 * @param iamEndpoint The address of the identity service; {@code https://iam.cloud.ibm.com} unless given.
 */
@ModelRecord
@Rule(check = "self.profile != ''", message = "profile is empty; name the trusted profile to log in with")
public record IBMAuthContainerAuth(
        String profile,
        @Nullable String tokenLocation,
        @Nullable String iamEndpoint) {}
