/** The operator's metrics, under the names of the existing operator, and their text form. */
@NullMarked
package dev.eso4j.standalone.metrics;

import org.jspecify.annotations.NullMarked;
