package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A search by name.
 *
 * @param regexp A regular expression (RE2) that matches anywhere in the name; anchor it to mean the whole name, as in
 *     {@code ^prod/.*}. Empty matches every name.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FindName(@Nullable String regexp) {}
