/** The operator, local mode and command line in one jar. */
@NullMarked
package dev.eso4j.standalone;

import org.jspecify.annotations.NullMarked;
