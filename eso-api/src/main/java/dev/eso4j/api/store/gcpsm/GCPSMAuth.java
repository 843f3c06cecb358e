package dev.eso4j.api.store.gcpsm;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to Google Cloud.
 *
 * @param secretRef A key of a service account, kept in a Secret. The store then needs {@code projectID}.
 * @param workloadIdentity The identity of a ServiceAccount of a GKE cluster. The service account in its annotation
 *     {@code iam.gke.io/gcp-service-account}, if there is one, is impersonated.
 * @param workloadIdentityFederation An identity from outside Google Cloud: of another cluster, of AWS, or of any issuer
 *     that a workload identity pool trusts. Exactly one of {@code credConfig}, {@code serviceAccountRef} and {@code
 *     awsSecurityCredentials} is needed.
 */
@ModelRecord
public record GCPSMAuth(
        @Nullable GCPSMAuthSecretRef secretRef,
        @Nullable GCPWorkloadIdentity workloadIdentity,
        @Nullable GCPWorkloadIdentityFederation workloadIdentityFederation) {}
