package dev.eso4j.api.store.ngrok;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * An API key of ngrok.
 *
 * @param secretRef Where the API key stands.
 */
@ModelRecord
public record NgrokProviderSecretRef(@Nullable SecretKeySelector secretRef) {}
