package dev.eso4j.api.generator.azure;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * A ServiceAccount that Entra ID trusts.
 *
 * @param serviceAccountRef The ServiceAccount; its annotations {@code azure.workload.identity/client-id} and {@code
 *     azure.workload.identity/tenant-id} say for which application. The identity of the operator when absent. Its
 *     {@code namespace} has no effect: the namespace of the consumer is used.
 */
@ModelRecord
public record AzureACRWorkloadIdentityAuth(@Nullable ServiceAccountSelector serviceAccountRef) {}
