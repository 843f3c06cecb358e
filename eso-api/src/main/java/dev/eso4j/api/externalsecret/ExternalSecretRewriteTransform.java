package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;

/**
 * Makes each new key from a template.
 *
 * @param template A template that is given the key as {@code .value} and whose output is the new key, such as <code>{{
 *     .value | upper }}</code>.
 */
@ModelRecord
public record ExternalSecretRewriteTransform(String template) {}
