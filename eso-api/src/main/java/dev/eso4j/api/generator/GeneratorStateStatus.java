package dev.eso4j.api.generator;

import dev.eso4j.api.ModelRecord;
import java.util.List;

/**
 * How far the clean-up is.
 *
 * @param conditions The state by aspect.
 */
@ModelRecord
public record GeneratorStateStatus(List<GeneratorStateStatusCondition> conditions) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public GeneratorStateStatus {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
