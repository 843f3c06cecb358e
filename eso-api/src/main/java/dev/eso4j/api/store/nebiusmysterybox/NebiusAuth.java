package dev.eso4j.api.store.nebiusmysterybox;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to Nebius.
 *
 * @param serviceAccountCredsSecretRef The Secret with the credentials of a service account, as the JSON that Nebius
 *     gives out ({@code {"subject-credentials": …}}). Give this or {@code tokenSecretRef}, not both.
 * @param tokenSecretRef The Secret with an access token. Nothing renews it. Give this or {@code
 *     serviceAccountCredsSecretRef}, not both.
 */
@ModelRecord
@Rule(
        check = "has(self.serviceAccountCredsSecretRef) || has(self.tokenSecretRef)",
        message = "auth needs serviceAccountCredsSecretRef or tokenSecretRef")
public record NebiusAuth(
        @Nullable SecretKeySelector serviceAccountCredsSecretRef,
        @Nullable SecretKeySelector tokenSecretRef) {}
