package dev.eso4j.api.generator.azure;

import dev.eso4j.api.ModelRecord;

/**
 * An application of Entra ID.
 *
 * @param secretRef Where its id and secret stand.
 */
@ModelRecord
public record AzureACRServicePrincipalAuth(AzureACRServicePrincipalAuthSecretRef secretRef) {}
