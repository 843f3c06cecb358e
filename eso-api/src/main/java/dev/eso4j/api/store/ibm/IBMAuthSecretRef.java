package dev.eso4j.api.store.ibm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The login by an API key.
 *
 * @param secretApiKeySecretRef The Secret with the API key. It has to be given, with name and key.
 * @param iamEndpoint The address of the identity service; {@code https://iam.cloud.ibm.com} unless given.
 */
@ModelRecord
@Rule(
        check =
                "has(self.secretApiKeySecretRef) && has(self.secretApiKeySecretRef.name) && has(self.secretApiKeySecretRef.key)",
        message = "secretApiKeySecretRef needs the name of the Secret and the key inside it")
public record IBMAuthSecretRef(
        @Nullable SecretKeySelector secretApiKeySecretRef,
        @Nullable String iamEndpoint) {}
