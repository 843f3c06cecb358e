package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import dev.eso4j.api.crd.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of the state of an ExternalSecret.
 *
 * @param type The aspect: {@code Ready} says whether the target is up to date.
 * @param status {@code True}, {@code False} or {@code Unknown}.
 * @param reason Why, as one word for programs, such as {@code SecretSynced}.
 * @param message Why, as a sentence for people.
 * @param lastTransitionTime When {@code status} last changed.
 */
@ModelRecord
public record ExternalSecretStatusCondition(
        @OneOf({"Ready", "Deleted"}) String type,
        String status,
        @Nullable String reason,
        @Nullable String message,
        @Format("date-time") @Nullable String lastTransitionTime) {}
