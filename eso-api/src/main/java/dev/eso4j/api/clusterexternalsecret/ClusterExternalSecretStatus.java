package dev.eso4j.api.clusterexternalsecret;

import dev.eso4j.api.ModelRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the ExternalSecrets are.
 *
 * @param externalSecretName The name by which the ExternalSecrets were made last.
 * @param failedNamespaces Namespaces in which the ExternalSecret could not be made, each with the cause; sorted.
 * @param provisionedNamespaces Namespaces that have the ExternalSecret; sorted.
 * @param conditions The state by aspect.
 */
@ModelRecord
public record ClusterExternalSecretStatus(
        @Nullable String externalSecretName,
        List<ClusterExternalSecretNamespaceFailure> failedNamespaces,
        List<String> provisionedNamespaces,
        List<ClusterExternalSecretStatusCondition> conditions) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ClusterExternalSecretStatus {
        failedNamespaces = failedNamespaces == null ? List.of() : List.copyOf(failedNamespaces);
        provisionedNamespaces = provisionedNamespaces == null ? List.of() : List.copyOf(provisionedNamespaces);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
