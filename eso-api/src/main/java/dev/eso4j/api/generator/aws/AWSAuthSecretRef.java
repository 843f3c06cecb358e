package dev.eso4j.api.generator.aws;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * Access keys that stand in Secrets.
 *
 * @param accessKeyIDSecretRef Where the access key id stands. Needed, together with the secret access key. Its {@code
 *     namespace} has no effect: the namespace of the consumer is used.
 * @param secretAccessKeySecretRef Where the secret access key stands. Its {@code namespace} has no effect: the
 *     namespace of the consumer is used.
 * @param sessionTokenSecretRef Where the session token stands, for keys that are temporary. Its {@code namespace} has
 *     no effect: the namespace of the consumer is used.
 */
@ModelRecord
public record AWSAuthSecretRef(
        @Nullable SecretKeySelector accessKeyIDSecretRef,
        @Nullable SecretKeySelector secretAccessKeySecretRef,
        @Nullable SecretKeySelector sessionTokenSecretRef) {}
