package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by the token of a ServiceAccount.
 *
 * @param mountPath Where the method is mounted in Vault; {@code kubernetes} unless given.
 * @param serviceAccountRef The ServiceAccount whose token is requested, for ten minutes. Vault 1.21 and later expects
 *     an audience: name it in {@code audiences}. Wins over {@code secretRef}.
 * @param secretRef A Secret with the token of a ServiceAccount, under {@code token} unless a key is named.
 * @param role The role in Vault that the ServiceAccount is bound to.
 */
@ModelRecord
public record VaultKubernetesAuth(
        @Default("\"kubernetes\"") String mountPath,
        @Nullable ServiceAccountSelector serviceAccountRef,
        @Nullable SecretKeySelector secretRef,
        String role) {}
