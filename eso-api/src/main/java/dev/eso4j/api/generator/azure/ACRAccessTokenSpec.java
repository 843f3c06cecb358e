package dev.eso4j.api.generator.azure;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Which registry of Azure the token is for, and what it may do there.
 *
 * @param auth How to sign in to Microsoft Entra ID.
 * @param tenantId The tenant, such as {@code 72f988bf-86f1-41af-91ab-2d7cd011db47}. Needed with {@code
 *     auth.servicePrincipal}.
 * @param registry The host name of the registry, without a scheme, such as {@code example.azurecr.io}.
 * @param scope The one repository that the token is for, and what it may do there, such as {@code
 *     repository:my-app:pull,push}. When absent the result is a refresh token with all rights of the identity.
 * @param environmentType The Azure cloud that the registry belongs to; {@code PublicCloud} unless given.
 */
@ModelRecord
public record ACRAccessTokenSpec(
        ACRAuth auth,
        @Nullable String tenantId,
        String registry,
        @Nullable String scope,

        @OneOf({"PublicCloud", "USGovernmentCloud", "ChinaCloud", "GermanCloud", "AzureStackCloud"})
        @Default("\"PublicCloud\"")
        @Nullable
        String environmentType) {}
