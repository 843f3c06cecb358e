package dev.eso4j.api.generator.gitlab;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A token that stands in a Secret.
 *
 * @param secretRef Where the token stands. Its {@code namespace} has no effect: the namespace of the consumer is used.
 */
@ModelRecord
public record GitlabSecretRef(SecretKeySelector secretRef) {}
