/** Go's text/template for the JVM: the same bytes for the same template and data, bounded in time and memory. */
@NullMarked
package dev.eso4j.template;

import org.jspecify.annotations.NullMarked;
