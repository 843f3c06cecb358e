package dev.eso4j.api.store.yandexlockbox;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * Where the certificates of authorities are read from.
 *
 * @param certSecretRef The Secret with the certificates, in PEM.
 */
@ModelRecord
public record YandexCAProvider(@Nullable SecretKeySelector certSecretRef) {}
