package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whether a write names the version that it replaces.
 *
 * @param required Whether every push says which version it replaces, so that Vault refuses it when another one is
 *     there. False unless given; needed where the engine has {@code cas_required}.
 */
@ModelRecord
public record VaultCheckAndSet(@Nullable Boolean required) {}
