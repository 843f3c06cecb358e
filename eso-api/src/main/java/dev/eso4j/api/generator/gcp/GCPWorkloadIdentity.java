package dev.eso4j.api.generator.gcp;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * A ServiceAccount of a GKE cluster.
 *
 * @param serviceAccountRef The ServiceAccount; the service account in its annotation {@code
 *     iam.gke.io/gcp-service-account}, if there is one, is impersonated. Its {@code namespace} has no effect: the
 *     namespace of the consumer is used.
 * @param clusterLocation The region or zone of the cluster, such as {@code europe-west3}; as the metadata server says
 *     when it is empty.
 * @param clusterName The name of the cluster; as the metadata server says when it is empty.
 * @param clusterProjectID The project of the cluster; as the metadata server says when absent.
 */
@ModelRecord
public record GCPWorkloadIdentity(
        ServiceAccountSelector serviceAccountRef,
        String clusterLocation,
        String clusterName,
        @Nullable String clusterProjectID) {}
