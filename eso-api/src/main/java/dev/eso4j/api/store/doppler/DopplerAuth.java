package dev.eso4j.api.store.doppler;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to Doppler; exactly one member.
 *
 * @param secretRef With a token that is kept in a Secret.
 * @param oidcConfig With the token of a ServiceAccount, which Doppler exchanges for one of its own.
 */
@ModelRecord
@Rule(check = "has(self.secretRef) != has(self.oidcConfig)", message = "give either secretRef or oidcConfig")
public record DopplerAuth(
        @Nullable DopplerAuthSecretRef secretRef, @Nullable DopplerOIDCAuth oidcConfig) {}
