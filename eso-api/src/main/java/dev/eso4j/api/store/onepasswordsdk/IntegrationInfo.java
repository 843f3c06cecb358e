package dev.eso4j.api.store.onepasswordsdk;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import org.jspecify.annotations.Nullable;

/**
 * What a store calls itself to 1Password.
 *
 * @param name The name; {@code 1Password SDK} unless given.
 * @param version The version; {@code v1.0.0} unless given.
 */
@ModelRecord
public record IntegrationInfo(
        @Default("\"1Password SDK\"") @Nullable String name,
        @Default("\"v1.0.0\"") @Nullable String version) {}
