/** Whom to ask: from a store reference to a checked, cached client. */
@NullMarked
package dev.eso4j.core.store;

import org.jspecify.annotations.NullMarked;
