package dev.eso4j.api.store.gcpsm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * An identity from outside Google Cloud, exchanged at a workload identity pool.
 *
 * @param credConfig A ConfigMap with a credential configuration of type {@code external_account}, as {@code gcloud iam
 *     workload-identity-pools create-cred-config} writes it.
 * @param serviceAccountRef The ServiceAccount whose token is exchanged, for an identity pool that trusts this cluster.
 *     Needs {@code audience}; name what the pool expects in the token in {@code audiences}.
 * @param awsSecurityCredentials An AWS identity that is exchanged. Needs {@code audience}.
 * @param audience The provider of the pool, such as {@code
 *     //iam.googleapis.com/projects/123456/locations/global/workloadIdentityPools/pool/providers/cluster}. Wins over
 *     the one in {@code credConfig}.
 * @param externalTokenEndpoint The address that {@code credConfig} fetches its token from. It has to be the same as
 *     {@code credential_source.url} there, so that a changed ConfigMap cannot send the operator elsewhere.
 * @param gcpServiceAccountEmail The service account to impersonate, such as {@code
 *     eso@shop-prod.iam.gserviceaccount.com}. Wins over the annotation of the ServiceAccount and over {@code
 *     credConfig}.
 */
@ModelRecord
public record GCPWorkloadIdentityFederation(
        @Nullable ConfigMapReference credConfig,
        @Nullable ServiceAccountSelector serviceAccountRef,
        @Nullable AwsCredentialsConfig awsSecurityCredentials,
        @Nullable String audience,
        @Nullable String externalTokenEndpoint,

        @Pattern("^.*@.*\\.iam\\.gserviceaccount\\.com$") @Length(min = 1) @Nullable
        String gcpServiceAccountEmail) {}
