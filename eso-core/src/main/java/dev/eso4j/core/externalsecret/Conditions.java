package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of an ExternalSecret. */
final class Conditions {
    static final String READY = "Ready";
    /** The reasons for a target that is a Secret. */
    static final Reasons SECRET = new Reasons("SecretSynced", "SecretDeleted", "SecretMissing", "SecretSyncedError");
    /** The reasons for a target of another kind. */
    static final Reasons RESOURCE =
            new Reasons("ResourceSynced", "ResourceDeleted", "ResourceMissing", "ResourceSyncedError");

    /** Reasons, as tools rely on them. */
    record Reasons(String synced, String deleted, String missing, String error) {}

    private Conditions() {}

    /** Returns the Ready condition. */
    static Optional<ExternalSecretStatusCondition> ready(@Nullable ExternalSecretStatus status) {
        return status == null
                ? Optional.empty()
                : status.conditions().stream()
                        .filter(c -> c.type().equals(READY))
                        .findFirst();
    }

    /** Returns the conditions with {@code wanted} among them; the same list when that changes nothing. */
    static List<ExternalSecretStatusCondition> with(
            List<ExternalSecretStatusCondition> conditions, ExternalSecretStatusCondition wanted) {
        List<ExternalSecretStatusCondition> out = new ArrayList<>();
        String since = wanted.lastTransitionTime();
        for (ExternalSecretStatusCondition condition : conditions) {
            if (!condition.type().equals(wanted.type())) {
                out.add(condition);
                continue;
            }
            if (condition.status().equals(wanted.status())) {
                if (says(condition, wanted)) {
                    return conditions;
                }
                since = condition.lastTransitionTime();
            }
        }
        out.add(new ExternalSecretStatusCondition(
                wanted.type(), wanted.status(), wanted.reason(), wanted.message(), since));
        return out;
    }

    private static boolean says(ExternalSecretStatusCondition condition, ExternalSecretStatusCondition wanted) {
        return String.valueOf(condition.reason()).equals(String.valueOf(wanted.reason()))
                && String.valueOf(condition.message()).equals(String.valueOf(wanted.message()));
    }
}
