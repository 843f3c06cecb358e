/** The member {@code webhook} of {@code spec.provider}: secrets of any service with an HTTP interface. */
@NullMarked
package dev.eso4j.api.store.webhook;

import org.jspecify.annotations.NullMarked;
