package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the PushSecrets are.
 *
 * @param failedNamespaces Namespaces in which the PushSecret could not be made, each with the cause; sorted.
 * @param provisionedNamespaces Namespaces that have the PushSecret; sorted.
 * @param pushSecretName The name by which the PushSecrets were made last.
 * @param conditions The state by aspect.
 */
@ModelRecord
public record ClusterPushSecretStatus(
        List<ClusterPushSecretNamespaceFailure> failedNamespaces,
        List<String> provisionedNamespaces,
        @Nullable String pushSecretName,
        List<PushSecretStatusCondition> conditions) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ClusterPushSecretStatus {
        failedNamespaces = failedNamespaces == null ? List.of() : List.copyOf(failedNamespaces);
        provisionedNamespaces = provisionedNamespaces == null ? List.of() : List.copyOf(provisionedNamespaces);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
