package dev.eso4j.api.store;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of the state of a store.
 *
 * @param type The aspect: {@code Ready} says whether the store can be used.
 * @param status {@code True}, {@code False} or {@code Unknown}.
 * @param reason Why, as one word for programs, such as {@code Valid}.
 * @param message Why, as a sentence for people.
 * @param lastTransitionTime When {@code status} last changed.
 */
@ModelRecord
public record SecretStoreStatusCondition(
        String type,
        String status,
        @Nullable String reason,
        @Nullable String message,
        @Format("date-time") @Nullable String lastTransitionTime) {}
