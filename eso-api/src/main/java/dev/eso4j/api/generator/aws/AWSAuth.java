package dev.eso4j.api.generator.aws;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * How to sign in to AWS; the identity of the operator is used when neither is given.
 *
 * @param secretRef With access keys from Secrets. Wins over {@code jwt}.
 * @param jwt With a role that a ServiceAccount may take (IRSA).
 */
@ModelRecord
public record AWSAuth(
        @Nullable AWSAuthSecretRef secretRef, @Nullable AWSJWTAuth jwt) {}
