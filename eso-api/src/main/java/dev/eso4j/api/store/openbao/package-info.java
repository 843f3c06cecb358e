/** The member {@code openBao} of {@code spec.provider}: secrets of OpenBao. */
@NullMarked
package dev.eso4j.api.store.openbao;

import org.jspecify.annotations.NullMarked;
