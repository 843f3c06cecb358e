package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;

/**
 * Replaces what a regular expression matches in each key.
 *
 * @param source The regular expression (RE2) to look for in each key, such as {@code ^prod/(.*)$}. Every match is
 *     replaced.
 * @param target What takes the place of a match. {@code $1} and {@code ${name}} stand for groups of the expression.
 */
@ModelRecord
public record ExternalSecretRewriteRegexp(String source, String target) {}
