package dev.eso4j.api.store.yandexlockbox;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to Yandex Cloud.
 *
 * @param authorizedKeySecretRef The Secret with an authorized key of a service account, as the JSON that Yandex Cloud
 *     gives out. Without it, it is the identity of the machine that the operator runs on.
 */
@ModelRecord
public record YandexAuth(@Nullable SecretKeySelector authorizedKeySecretRef) {}
