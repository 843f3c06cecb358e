package dev.eso4j.api.generator.github;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A private key that stands in a Secret.
 *
 * @param secretRef Where the RSA key stands, in PEM as GitHub gives it out. Its {@code namespace} has no effect: the
 *     namespace of the consumer is used.
 */
@ModelRecord
public record GithubSecretRef(SecretKeySelector secretRef) {}
