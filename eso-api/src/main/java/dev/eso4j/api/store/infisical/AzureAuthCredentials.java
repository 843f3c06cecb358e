package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A login with the managed identity of an Azure machine.
 *
 * @param identityId Where the id of the machine identity in Infisical stands.
 * @param resource Where the resource that the Azure token is for stands; {@code https://management.azure.com/} when
 *     absent.
 */
@ModelRecord
public record AzureAuthCredentials(
        SecretKeySelector identityId, @Nullable SecretKeySelector resource) {}
