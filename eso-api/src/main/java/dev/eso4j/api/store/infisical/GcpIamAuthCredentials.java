package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A login with a token that a Google service account signs.
 *
 * @param identityId Where the id of the machine identity in Infisical stands.
 * @param serviceAccountKeyFilePath Where a path stands: that of the file with the key of the service account, on the
 *     disk of the operator.
 */
@ModelRecord
public record GcpIamAuthCredentials(SecretKeySelector identityId, SecretKeySelector serviceAccountKeyFilePath) {}
