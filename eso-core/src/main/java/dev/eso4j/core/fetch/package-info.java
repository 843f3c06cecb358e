/** What they said: from data and dataFrom to keys and values. */
@NullMarked
package dev.eso4j.core.fetch;

import org.jspecify.annotations.NullMarked;
