package dev.eso4j.api.store.azurekv;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * Secrets, keys and certificates of Azure Key Vault.
 *
 * @param authType How to authenticate: {@code ServicePrincipal} with {@code tenantId} and {@code authSecretRef}, {@code
 *     ManagedIdentity} with the identity of the machine, {@code WorkloadIdentity} with the token of a ServiceAccount.
 *     {@code ServicePrincipal} unless given.
 * @param vaultUrl The address of the vault, such as {@code https://shop.vault.azure.net}.
 * @param tenantId The id of the Entra tenant. Needed with {@code authType: ServicePrincipal}; with {@code
 *     WorkloadIdentity} it may come from elsewhere.
 * @param environmentType The Azure cloud of the vault, which says where to log in: {@code PublicCloud}, {@code
 *     USGovernmentCloud}, {@code ChinaCloud}, {@code GermanCloud} (closed since 2021) or {@code AzureStackCloud}, which
 *     needs {@code customCloudConfig}. {@code PublicCloud} unless given.
 * @param authSecretRef The credentials of the application, kept in Secrets: {@code clientId} and either {@code
 *     clientSecret} or {@code clientCertificate} for {@code authType: ServicePrincipal}; {@code clientId} and {@code
 *     tenantId}, if they do not stand at the ServiceAccount, for {@code WorkloadIdentity}.
 * @param serviceAccountRef The ServiceAccount whose token is exchanged with {@code authType: WorkloadIdentity}; that of
 *     the operator's own pod when absent. Its annotations {@code azure.workload.identity/client-id} and {@code
 *     azure.workload.identity/tenant-id} name the application and the tenant. The token is requested for {@code
 *     api://AzureADTokenExchange} and the {@code audiences} given here.
 * @param identityId The client id of the managed identity, with {@code authType: ManagedIdentity}, when the machine has
 *     more than one.
 * @param useAzureSDK Which of two client libraries the existing operator uses. There is one here, so the value only
 *     matters to the manifest: {@code customCloudConfig} needs {@code true}. False unless given.
 * @param customCloudConfig The endpoints of a private cloud, or of a public one whose login is elsewhere than {@code
 *     environmentType} says. Needs {@code useAzureSDK: true}.
 */
@ModelRecord
@Rule(
        check =
                "!has(self.environmentType) || self.environmentType != 'AzureStackCloud' || has(self.customCloudConfig)",
        message = "environmentType AzureStackCloud needs customCloudConfig, which says where to log in")
@Rule(
        check = "!has(self.customCloudConfig) || (has(self.useAzureSDK) && self.useAzureSDK)",
        message = "customCloudConfig needs useAzureSDK: true")
public record AzureKVProvider(
        @OneOf({"ServicePrincipal", "ManagedIdentity", "WorkloadIdentity"}) @Default("\"ServicePrincipal\"") @Nullable
        String authType,

        String vaultUrl,
        @Nullable String tenantId,

        @OneOf({"PublicCloud", "USGovernmentCloud", "ChinaCloud", "GermanCloud", "AzureStackCloud"})
        @Default("\"PublicCloud\"")
        @Nullable
        String environmentType,

        @Nullable AzureKVAuth authSecretRef,
        @Nullable ServiceAccountSelector serviceAccountRef,
        @Nullable String identityId,
        @Default("false") @Nullable Boolean useAzureSDK,
        @Nullable AzureCustomCloudConfig customCloudConfig) {}
