/** The functions of the language itself: comparison, indexing, printing, escaping. */
@NullMarked
package dev.eso4j.template.functions.language;

import org.jspecify.annotations.NullMarked;
