package dev.eso4j.api.store.barbican;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A password that is kept in a Secret.
 *
 * @param secretRef The Secret with the password.
 */
@ModelRecord
public record BarbicanProviderPasswordRef(SecretKeySelector secretRef) {}
