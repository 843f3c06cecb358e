package dev.eso4j.api.store.aws;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * An access key that is kept in Secrets.
 *
 * @param accessKeyIDSecretRef The Secret with the id of the key.
 * @param secretAccessKeySecretRef The Secret with the key itself.
 * @param sessionTokenSecretRef The Secret with the session token, for a key that is valid for some time only.
 */
@ModelRecord
public record AWSAuthSecretRef(
        @Nullable SecretKeySelector accessKeyIDSecretRef,
        @Nullable SecretKeySelector secretAccessKeySecretRef,
        @Nullable SecretKeySelector sessionTokenSecretRef) {}
