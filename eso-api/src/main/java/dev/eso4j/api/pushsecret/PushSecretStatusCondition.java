package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of the state of a PushSecret.
 *
 * @param type The aspect: {@code Ready} says whether everything was pushed.
 * @param status {@code True}, {@code False} or {@code Unknown}.
 * @param reason Why, as one word for programs, such as {@code Synced}.
 * @param message Why, as a sentence for people.
 * @param lastTransitionTime When {@code status} last changed.
 */
@ModelRecord
public record PushSecretStatusCondition(
        String type,
        String status,
        @Nullable String reason,
        @Nullable String message,
        @Format("date-time") @Nullable String lastTransitionTime) {}
