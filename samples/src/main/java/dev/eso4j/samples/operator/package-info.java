/** An operator inside an application. */
@NullMarked
package dev.eso4j.samples.operator;

import org.jspecify.annotations.NullMarked;
