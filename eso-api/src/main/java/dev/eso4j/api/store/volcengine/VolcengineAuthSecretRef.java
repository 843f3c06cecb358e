package dev.eso4j.api.store.volcengine;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * An access key that is kept in Secrets.
 *
 * @param accessKeyID The Secret with the id of the key.
 * @param secretAccessKey The Secret with the key itself.
 * @param token The Secret with the session token, for a key that is valid for some time only.
 */
@ModelRecord
public record VolcengineAuthSecretRef(
        SecretKeySelector accessKeyID,
        SecretKeySelector secretAccessKey,
        @Nullable SecretKeySelector token) {}
