package dev.eso4j.api.store.aws;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to AWS.
 *
 * @param secretRef A static access key, kept in Secrets.
 * @param jwt The role that belongs to a ServiceAccount (IAM roles for service accounts). Wins over {@code secretRef}.
 */
@ModelRecord
public record AWSAuth(
        @Nullable AWSAuthSecretRef secretRef, @Nullable AWSJWTAuth jwt) {}
