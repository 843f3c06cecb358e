package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Makes each new key from a template.
 *
 * @param template A template that is given the key as {@code .value} and whose output is the new key, such as <code>{{
 *     .value | upper }}</code>.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretRewriteTransform(String template) {}
