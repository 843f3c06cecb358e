/** The member {@code device42} of {@code spec.provider}: passwords of Device42. */
@NullMarked
package dev.eso4j.api.store.device42;

import org.jspecify.annotations.NullMarked;
