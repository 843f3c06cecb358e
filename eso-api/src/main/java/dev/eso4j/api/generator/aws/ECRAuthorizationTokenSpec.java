package dev.eso4j.api.generator.aws;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which registry of Amazon the password is for.
 *
 * @param region The region of the registry, such as {@code eu-central-1}; {@code us-east-1} for the public registry.
 * @param auth How to sign in; with the identity of the operator when absent.
 * @param role The ARN of a role to take after signing in, such as {@code arn:aws:iam::123456789012:role/pull}.
 * @param scope {@code public} for the public registry (ECR Public), {@code private} for one of the account, which is
 *     also meant when this is absent.
 */
@ModelRecord
public record ECRAuthorizationTokenSpec(
        String region,
        @Nullable AWSAuth auth,
        @Nullable String role,
        @Nullable String scope) {}
