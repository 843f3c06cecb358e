/** The member {@code cloudrusm} of {@code spec.provider}: secrets of Cloud.ru Secret Manager. */
@NullMarked
package dev.eso4j.api.store.cloudrusm;

import org.jspecify.annotations.NullMarked;
