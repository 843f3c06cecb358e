package dev.eso4j.api.store.pulumi;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to Pulumi; exactly one member.
 *
 * @param accessToken With an access token.
 * @param oidcConfig With the token of a ServiceAccount, which Pulumi exchanges for one of its own.
 */
@ModelRecord
@Rule(check = "has(self.accessToken) != has(self.oidcConfig)", message = "give either accessToken or oidcConfig")
public record PulumiAuth(
        @Nullable PulumiProviderSecretRef accessToken,
        @Nullable PulumiOIDCAuth oidcConfig) {}
