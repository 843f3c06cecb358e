package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import dev.eso4j.api.crd.NullAllowed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the last syncs led to.
 *
 * @param refreshTime When the last successful sync began.
 * @param syncedResourceVersion Which generation, labels and annotations of the ExternalSecret were synced last.
 * @param conditions The state by aspect.
 * @param binding The Secret, for tools of the Service Binding specification.
 */
@ModelRecord
public record ExternalSecretStatus(
        @Format("date-time") @NullAllowed @Nullable String refreshTime,
        @Nullable String syncedResourceVersion,
        List<ExternalSecretStatusCondition> conditions,
        @Nullable Binding binding) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    // By hand: each sync asks, and what the compiler makes is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExternalSecretStatus o
                && Objects.equals(refreshTime, o.refreshTime)
                && Objects.equals(syncedResourceVersion, o.syncedResourceVersion)
                && Objects.equals(binding, o.binding)
                && conditions.equals(o.conditions);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hash(refreshTime, syncedResourceVersion, binding) + conditions.hashCode();
    }
}
