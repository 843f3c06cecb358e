package dev.eso4j.api.store.gcpsm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A key of a Google Cloud service account.
 *
 * @param secretAccessKeySecretRef The Secret with the key as the JSON that Google Cloud gives out.
 */
@ModelRecord
public record GCPSMAuthSecretRef(@Nullable SecretKeySelector secretAccessKeySecretRef) {}
