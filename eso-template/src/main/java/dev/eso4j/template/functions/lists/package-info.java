/** Sprig's functions on lists. */
@NullMarked
package dev.eso4j.template.functions.lists;

import org.jspecify.annotations.NullMarked;
