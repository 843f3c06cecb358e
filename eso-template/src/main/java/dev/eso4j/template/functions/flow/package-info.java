/** Sprig's functions that choose among values or stop the rendering. */
@NullMarked
package dev.eso4j.template.functions.flow;

import org.jspecify.annotations.NullMarked;
