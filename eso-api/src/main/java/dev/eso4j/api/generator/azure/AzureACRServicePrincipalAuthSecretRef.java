package dev.eso4j.api.generator.azure;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * Id and secret of an application that stand in Secrets.
 *
 * @param clientId Where the id of the application stands. Its {@code namespace} has no effect: the namespace of the
 *     consumer is used.
 * @param clientSecret Where the secret of the application stands. Its {@code namespace} has no effect: the namespace
 *     of the consumer is used.
 */
@ModelRecord
public record AzureACRServicePrincipalAuthSecretRef(
        @Nullable SecretKeySelector clientId, @Nullable SecretKeySelector clientSecret) {}
