package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * How a store logs in to Vault.
 *
 * @param namespace The namespace inside Vault in which the login happens, when it is not the {@code namespace} of the
 *     store, such as {@code admin}.
 * @param tokenSecretRef A Secret with a Vault token. Nothing renews it: prefer a method that logs in, or a token
 *     without expiry.
 * @param appRole Logs in as a machine, by the ids of a role and of a secret.
 * @param kubernetes Logs in with the token of a ServiceAccount, which Vault checks with the API server of this cluster.
 *     Without {@code serviceAccountRef} and {@code secretRef}, it is the token of the operator's own pod.
 * @param ldap Logs in with a name and password that Vault checks in an LDAP directory.
 * @param jwt Logs in with a JSON Web Token, stored in a Secret or requested for a ServiceAccount, which Vault checks by
 *     its signature.
 * @param cert Logs in with a client certificate.
 * @param iam Logs in with an AWS identity: a signed request that Vault shows to AWS. Without {@code jwt} and {@code
 *     secretRef}, it is the identity of the operator's own pod.
 * @param userPass Logs in with a name and password that Vault itself keeps.
 * @param gcp Logs in with a Google Cloud identity. Without {@code secretRef} and {@code workloadIdentity}, it is the
 *     identity of the machine that the operator runs on.
 */
@ModelRecord
public record VaultAuth(
        @Nullable String namespace,
        @Nullable SecretKeySelector tokenSecretRef,
        @Nullable VaultAppRole appRole,
        @Nullable VaultKubernetesAuth kubernetes,
        @Nullable VaultLdapAuth ldap,
        @Nullable VaultJwtAuth jwt,
        @Nullable VaultCertAuth cert,
        @Nullable VaultIamAuth iam,
        @Nullable VaultUserPassAuth userPass,
        @Nullable VaultGCPAuth gcp) {}
