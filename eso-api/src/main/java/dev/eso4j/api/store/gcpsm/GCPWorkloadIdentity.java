package dev.eso4j.api.store.gcpsm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a ServiceAccount of a GKE cluster.
 *
 * @param serviceAccountRef The ServiceAccount, in this cluster, whose token is requested.
 * @param clusterLocation The region or zone of the cluster, such as {@code europe-west3}; as the metadata server says
 *     when absent.
 * @param clusterName The name of the cluster; as the metadata server says when absent.
 * @param clusterProjectID The project of the cluster, when it is not the {@code projectID} of the store; as the
 *     metadata server says when both are absent.
 */
@ModelRecord
public record GCPWorkloadIdentity(
        ServiceAccountSelector serviceAccountRef,
        @Nullable String clusterLocation,
        @Nullable String clusterName,
        @Nullable String clusterProjectID) {}
