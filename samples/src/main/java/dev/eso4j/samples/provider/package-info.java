/** A provider of one's own. */
@NullMarked
package dev.eso4j.samples.provider;

import org.jspecify.annotations.NullMarked;
