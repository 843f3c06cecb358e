package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * Selects keys.
 *
 * @param regexp A regular expression (RE2) that matches anywhere in the key; anchor it to mean the whole key, as in
 *     {@code ^DB_.*$}. All keys when absent or empty.
 */
@ModelRecord
public record PushSecretDataToMatch(@Nullable String regexp) {}
