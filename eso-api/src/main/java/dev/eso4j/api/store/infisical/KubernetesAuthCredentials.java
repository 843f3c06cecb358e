package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A login with the token of a ServiceAccount that is on the disk of the operator.
 *
 * @param identityId Where the id of the machine identity in Infisical stands.
 * @param serviceAccountTokenPath Where a path stands: that of the file with the token, on the disk of the operator.
 *     The token that Kubernetes mounts there when absent.
 */
@ModelRecord
public record KubernetesAuthCredentials(
        SecretKeySelector identityId, @Nullable SecretKeySelector serviceAccountTokenPath) {}
