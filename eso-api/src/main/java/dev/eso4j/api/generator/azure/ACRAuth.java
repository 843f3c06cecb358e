package dev.eso4j.api.generator.azure;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How to sign in to Microsoft Entra ID; at least one member, of which the first that is set is used.
 *
 * @param servicePrincipal With the id and secret of an application.
 * @param managedIdentity With a managed identity of the machine that the operator runs on.
 * @param workloadIdentity With a ServiceAccount that Entra ID trusts.
 */
@ModelRecord
@Rule(
        check = "has(self.servicePrincipal) || has(self.managedIdentity) || has(self.workloadIdentity)",
        message = "there is no way to sign in: set one of servicePrincipal, managedIdentity and workloadIdentity")
public record ACRAuth(
        @Nullable AzureACRServicePrincipalAuth servicePrincipal,
        @Nullable AzureACRManagedIdentityAuth managedIdentity,
        @Nullable AzureACRWorkloadIdentityAuth workloadIdentity) {}
