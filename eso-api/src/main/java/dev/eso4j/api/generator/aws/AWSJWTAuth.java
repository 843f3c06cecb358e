package dev.eso4j.api.generator.aws;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * A role that a ServiceAccount may take.
 *
 * @param serviceAccountRef The ServiceAccount; its annotation {@code eks.amazonaws.com/role-arn} names the role. Its
 *     {@code namespace} has no effect: the namespace of the consumer is used.
 */
@ModelRecord
public record AWSJWTAuth(@Nullable ServiceAccountSelector serviceAccountRef) {}
