package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * The login by an AWS identity.
 *
 * @param path Where the method is mounted in Vault; {@code aws} unless given.
 * @param region The AWS region whose token service confirms the identity, such as {@code eu-central-1}; {@code
 *     us-east-1} unless given.
 * @param role The ARN of an AWS role to take on before the login, such as {@code arn:aws:iam::123456789012:role/vault}.
 * @param vaultRole The role in Vault to log in with.
 * @param externalID The external id that the AWS {@code role} asks for.
 * @param vaultAwsIamServerID The value that Vault expects in the header {@code X-Vault-AWS-IAM-Server-ID}, so that a
 *     signed request is of no use with another server.
 * @param secretRef A static AWS access key, kept in Secrets.
 * @param jwt The AWS role that belongs to a ServiceAccount. Wins over {@code secretRef}.
 */
@ModelRecord
public record VaultIamAuth(
        @Nullable String path,
        @Nullable String region,
        @Nullable String role,
        String vaultRole,
        @Nullable String externalID,
        @Nullable String vaultAwsIamServerID,
        @Nullable VaultAwsAuthSecretRef secretRef,
        @Nullable VaultAwsJWTAuth jwt) {}
