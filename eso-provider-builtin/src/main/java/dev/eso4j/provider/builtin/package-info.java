/** The providers that need no vendor SDK; each has a room of its own below this package. */
@NullMarked
package dev.eso4j.provider.builtin;

import org.jspecify.annotations.NullMarked;
