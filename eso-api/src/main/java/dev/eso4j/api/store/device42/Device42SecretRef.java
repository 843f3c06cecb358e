package dev.eso4j.api.store.device42;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a user of Device42.
 *
 * @param credentials The Secret with the keys {@code username} and {@code password}. A {@code key} given here is not
 *     used.
 */
@ModelRecord
public record Device42SecretRef(@Nullable SecretKeySelector credentials) {}
