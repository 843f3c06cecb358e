package dev.eso4j.api.store.akeyless;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to Akeyless: with {@code kubernetesAuth}, or else with {@code secretRef}.
 *
 * @param secretRef The access id, and how it is proven. Unused with {@code kubernetesAuth}.
 * @param kubernetesAuth With the token of a ServiceAccount. Wins over {@code secretRef}.
 * @param serviceAccountRef The ServiceAccount whose Azure workload identity signs in. Used only when the access type
 *     is {@code azure_ad}.
 */
@ModelRecord
@Rule(
        check =
                "has(self.kubernetesAuth) || (has(self.secretRef) && has(self.secretRef.accessID) && has(self.secretRef.accessID.name) && has(self.secretRef.accessID.key))",
        message = "give kubernetesAuth, or secretRef.accessID with the name of a Secret and the key in it")
public record AkeylessAuth(
        @Nullable AkeylessAuthSecretRef secretRef,
        @Nullable AkeylessKubernetesAuth kubernetesAuth,
        @Nullable ServiceAccountSelector serviceAccountRef) {}
