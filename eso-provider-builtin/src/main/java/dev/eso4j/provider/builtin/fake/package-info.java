/** The provider {@code fake}: secrets in the store's own manifest, and pushed ones in memory. */
@NullMarked
package dev.eso4j.provider.builtin.fake;

import org.jspecify.annotations.NullMarked;
