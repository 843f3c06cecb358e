/** What it should look like: from keys and values to the desired target. */
@NullMarked
package dev.eso4j.core.render;

import org.jspecify.annotations.NullMarked;
