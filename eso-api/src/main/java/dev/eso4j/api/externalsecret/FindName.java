package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * A search by name.
 *
 * @param regexp A regular expression (RE2) that matches anywhere in the name; anchor it to mean the whole name, as in
 *     {@code ^prod/.*}. Empty matches every name.
 */
@ModelRecord
public record FindName(@Nullable String regexp) {}
