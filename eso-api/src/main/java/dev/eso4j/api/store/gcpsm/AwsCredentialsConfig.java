package dev.eso4j.api.store.gcpsm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;

/**
 * An AWS identity that a workload identity pool trusts.
 *
 * @param region The AWS region of the identity, such as {@code eu-central-1}.
 * @param awsCredentialsSecretRef The Secret with the access key under {@code aws_access_key_id} and {@code
 *     aws_secret_access_key}, and under {@code aws_session_token} the session token of a key that is valid for some
 *     time only.
 */
@ModelRecord
public record AwsCredentialsConfig(
        @Pattern("^[a-z0-9-]+$") @Length(min = 1, max = 50) String region, SecretReference awsCredentialsSecretRef) {}
