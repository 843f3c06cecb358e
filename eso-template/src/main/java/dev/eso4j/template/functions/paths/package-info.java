/** Slash-separated paths. */
@NullMarked
package dev.eso4j.template.functions.paths;

import org.jspecify.annotations.NullMarked;
