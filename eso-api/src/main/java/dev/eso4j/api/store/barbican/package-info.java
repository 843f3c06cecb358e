/** The member {@code barbican} of {@code spec.provider}: secrets of OpenStack Barbican. */
@NullMarked
package dev.eso4j.api.store.barbican;

import org.jspecify.annotations.NullMarked;
