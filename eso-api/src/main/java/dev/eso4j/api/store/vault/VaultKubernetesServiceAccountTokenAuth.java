package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.ServiceAccountSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token that is requested for a ServiceAccount.
 *
 * @param serviceAccountRef The ServiceAccount whose token is requested.
 * @param audiences Whom the token is meant for, beside the audiences in {@code serviceAccountRef}; {@code vault} when
 *     absent. Prefer those in {@code serviceAccountRef}.
 * @param expirationSeconds How long the token is valid, in seconds; 600 unless given, and the API server refuses less.
 */
@ModelRecord
public record VaultKubernetesServiceAccountTokenAuth(
        ServiceAccountSelector serviceAccountRef,
        List<String> audiences,
        @Nullable Long expirationSeconds) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public VaultKubernetesServiceAccountTokenAuth {
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
    }
}
