/** Sprig's questions about types, and equality that includes them. */
@NullMarked
package dev.eso4j.template.functions.reflection;

import org.jspecify.annotations.NullMarked;
