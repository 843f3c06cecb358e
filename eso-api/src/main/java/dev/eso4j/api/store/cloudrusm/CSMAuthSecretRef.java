package dev.eso4j.api.store.cloudrusm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * An access key that is kept in Secrets.
 *
 * @param accessKeyIDSecretRef The Secret with the id of the key.
 * @param accessKeySecretSecretRef The Secret with the key itself.
 */
@ModelRecord
public record CSMAuthSecretRef(SecretKeySelector accessKeyIDSecretRef, SecretKeySelector accessKeySecretSecretRef) {}
