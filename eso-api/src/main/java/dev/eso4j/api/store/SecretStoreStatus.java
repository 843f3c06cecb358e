package dev.eso4j.api.store;

import dev.eso4j.api.ModelRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the operator last found out about a store.
 *
 * @param capabilities What the store can do: {@code ReadOnly}, {@code WriteOnly} or {@code ReadWrite}.
 * @param conditions The state by aspect.
 */
@ModelRecord
public record SecretStoreStatus(@Nullable String capabilities, List<SecretStoreStatusCondition> conditions) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public SecretStoreStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    // By hand: each check asks, and what the compiler makes is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretStoreStatus o
                && Objects.equals(capabilities, o.capabilities)
                && conditions.equals(o.conditions);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(capabilities) + conditions.hashCode();
    }
}
