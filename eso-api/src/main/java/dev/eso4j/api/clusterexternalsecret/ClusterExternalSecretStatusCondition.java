package dev.eso4j.api.clusterexternalsecret;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of the state of a ClusterExternalSecret.
 *
 * @param type The aspect: {@code Ready} says whether every selected namespace has its ExternalSecret.
 * @param status {@code True}, {@code False} or {@code Unknown}.
 * @param message Why, as a sentence for people.
 */
@ModelRecord
public record ClusterExternalSecretStatusCondition(
        String type, String status, @Nullable String message) {}
