/** What {@code eso template} is made of: given values, the manifest or text, and what is shown of the result. */
@NullMarked
package dev.eso4j.standalone.render;

import org.jspecify.annotations.NullMarked;
