/** Generators for Quay: tokens of robot accounts. */
@NullMarked
package dev.eso4j.api.generator.quay;

import org.jspecify.annotations.NullMarked;
