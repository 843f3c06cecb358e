/** Sprig's functions on texts. */
@NullMarked
package dev.eso4j.template.functions.strings;

import org.jspecify.annotations.NullMarked;
