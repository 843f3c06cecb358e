/** The member {@code kubernetes} of {@code spec.provider}: Secrets of this or another cluster. */
@NullMarked
package dev.eso4j.api.store.kubernetes;

import org.jspecify.annotations.NullMarked;
