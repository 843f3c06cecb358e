package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by a JSON Web Token, of OpenID Connect for example.
 *
 * @param path Where the method is mounted in Vault; {@code jwt} unless given.
 * @param role The role in Vault to log in with; the default role of the method when absent.
 * @param secretRef A Secret with the token. Wins over {@code kubernetesServiceAccountToken}; one of the two is needed.
 * @param kubernetesServiceAccountToken Requests a token for a ServiceAccount, for a Vault that trusts the issuer of
 *     this cluster.
 */
@ModelRecord
@Rule(
        check = "has(self.secretRef) || has(self.kubernetesServiceAccountToken)",
        message =
                "jwt needs a token: set kubernetesServiceAccountToken to request one, or secretRef to read it from a Secret")
public record VaultJwtAuth(
        @Default("\"jwt\"") String path,
        @Nullable String role,
        @Nullable SecretKeySelector secretRef,
        @Nullable VaultKubernetesServiceAccountTokenAuth kubernetesServiceAccountToken) {}
