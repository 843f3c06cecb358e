package dev.eso4j.api.store.passworddepot;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A user of Password Depot.
 *
 * @param credentials The Secret that has the keys {@code username} and {@code password}; a {@code key} given here is
 *     not used.
 */
@ModelRecord
public record PasswordDepotSecretRef(@Nullable SecretKeySelector credentials) {}
