package dev.eso4j.api.generator;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of the state of a GeneratorState.
 *
 * @param type The aspect: {@code Ready} says whether all is well.
 * @param status {@code True}, {@code False} or {@code Unknown}.
 * @param reason Why, as one word for programs: {@code Created} or {@code Error}.
 * @param message Why, as a sentence for people.
 * @param lastTransitionTime When {@code status} last changed.
 */
@ModelRecord
public record GeneratorStateStatusCondition(
        String type,
        String status,
        @Nullable String reason,
        @Nullable String message,
        @Format("date-time") @Nullable String lastTransitionTime) {}
