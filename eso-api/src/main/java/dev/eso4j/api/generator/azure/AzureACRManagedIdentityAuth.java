package dev.eso4j.api.generator.azure;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * A managed identity.
 *
 * @param identityId The client id of a user-assigned identity, or its resource id, which begins with {@code
 *     /subscriptions/}; the system-assigned identity when absent.
 */
@ModelRecord
public record AzureACRManagedIdentityAuth(@Nullable String identityId) {}
