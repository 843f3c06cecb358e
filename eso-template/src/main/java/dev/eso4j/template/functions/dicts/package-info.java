/** Sprig's functions on maps from texts to anything. */
@NullMarked
package dev.eso4j.template.functions.dicts;

import org.jspecify.annotations.NullMarked;
