/** The member {@code scaleway} of {@code spec.provider}: secrets of Scaleway Secret Manager. */
@NullMarked
package dev.eso4j.api.store.scaleway;

import org.jspecify.annotations.NullMarked;
