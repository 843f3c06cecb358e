/** Random programs, rendered by Go and by us. */
@NullMarked
package dev.eso4j.template.difference;

import org.jspecify.annotations.NullMarked;
