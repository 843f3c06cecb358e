package dev.eso4j.template.parse;

import java.util.Map;

/**
 * What a text was parsed to.
 *
 * @param byName the text's own tree under the name of the template, and those that it defines
 * @param parts how many words, signs and pieces of text there were
 */
public record Trees(Map<String, Node.Sequence> byName, int parts) {}
