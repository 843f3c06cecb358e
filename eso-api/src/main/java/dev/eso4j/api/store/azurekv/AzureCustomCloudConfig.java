package dev.eso4j.api.store.azurekv;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a private Azure cloud.
 *
 * @param activeDirectoryEndpoint The address where to log in, such as {@code
 *     https://login.partner.microsoftonline.cn/}.
 * @param keyVaultEndpoint The address that tokens are made for, such as {@code
 *     https://vault.local.azurestack.external/}. Kept for existing manifests; {@code vaultUrl} decides.
 * @param keyVaultDNSSuffix The domain of the vaults, such as {@code vault.local.azurestack.external}. Kept for existing
 *     manifests; {@code vaultUrl} decides.
 * @param resourceManagerEndpoint The address of the resource manager, such as {@code
 *     https://management.local.azurestack.external/}. Kept for existing manifests; nothing reads it.
 */
@ModelRecord
@Rule(
        check = "self.activeDirectoryEndpoint != ''",
        message =
                "activeDirectoryEndpoint is empty; name the address where to log in, such as https://login.partner.microsoftonline.cn/")
public record AzureCustomCloudConfig(
        String activeDirectoryEndpoint,
        @Nullable String keyVaultEndpoint,
        @Nullable String keyVaultDNSSuffix,
        @Nullable String resourceManagerEndpoint) {}
