/** The member {@code fake} of {@code spec.provider}: secrets written into the store itself. */
@NullMarked
package dev.eso4j.api.store.fake;

import org.jspecify.annotations.NullMarked;
