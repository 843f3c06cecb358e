package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A login with the AWS identity of the operator.
 *
 * @param identityId Where the id of the machine identity in Infisical stands.
 */
@ModelRecord
public record AwsAuthCredentials(SecretKeySelector identityId) {}
