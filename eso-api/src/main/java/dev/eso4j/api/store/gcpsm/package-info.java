/** The member {@code gcpsm} of {@code spec.provider}: secrets of Google Cloud Secret Manager. */
@NullMarked
package dev.eso4j.api.store.gcpsm;

import org.jspecify.annotations.NullMarked;
