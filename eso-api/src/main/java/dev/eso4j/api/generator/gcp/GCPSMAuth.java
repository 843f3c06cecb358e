package dev.eso4j.api.generator.gcp;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.store.gcpsm.GCPWorkloadIdentityFederation;
import org.jspecify.annotations.Nullable;

/**
 * How to sign in to Google Cloud; the first member that is set is used.
 *
 * @param secretRef With the key of a service account.
 * @param workloadIdentity With a ServiceAccount of a GKE cluster.
 * @param workloadIdentityFederation With an identity from outside Google Cloud that a workload identity pool trusts.
 */
@ModelRecord
public record GCPSMAuth(
        @Nullable GCPSMAuthSecretRef secretRef,
        @Nullable GCPWorkloadIdentity workloadIdentity,
        @Nullable GCPWorkloadIdentityFederation workloadIdentityFederation) {}
