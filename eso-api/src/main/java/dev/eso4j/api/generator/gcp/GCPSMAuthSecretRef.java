package dev.eso4j.api.generator.gcp;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The key of a service account that stands in a Secret.
 *
 * @param secretAccessKeySecretRef Where the key stands, as the JSON that Google gives out. Its {@code namespace} has
 *     no effect: the namespace of the consumer is used.
 */
@ModelRecord
public record GCPSMAuthSecretRef(@Nullable SecretKeySelector secretAccessKeySecretRef) {}
