/** What a provider or a generator implements. One remote object is the unit of reading. */
@NullMarked
package dev.eso4j.api.spi;

import org.jspecify.annotations.NullMarked;
