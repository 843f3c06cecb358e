package dev.eso4j.api.store.previder;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of Previder Vault, which are read only.
 *
 * @param auth How to authenticate.
 * @param baseUri The address of the vault; {@code https://vault.previder.io} when absent.
 */
@ModelRecord
public record PreviderProvider(PreviderAuth auth, @Nullable String baseUri) {}
