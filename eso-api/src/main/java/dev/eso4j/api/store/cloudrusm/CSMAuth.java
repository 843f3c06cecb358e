package dev.eso4j.api.store.cloudrusm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to Cloud.ru.
 *
 * @param secretRef An access key, kept in Secrets. It has to be given.
 */
@ModelRecord
@Rule(check = "has(self.secretRef)", message = "auth needs secretRef, with an access key")
public record CSMAuth(@Nullable CSMAuthSecretRef secretRef) {}
