package dev.eso4j.api.store.volcengine;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to Volcengine.
 *
 * @param secretRef An access key, kept in Secrets. It has to be given.
 */
@ModelRecord
@Rule(
        check = "has(self.secretRef)",
        message = "auth needs secretRef, with an access key; leave auth out to use the role of the operator's pod")
public record VolcengineAuth(@Nullable VolcengineAuthSecretRef secretRef) {}
