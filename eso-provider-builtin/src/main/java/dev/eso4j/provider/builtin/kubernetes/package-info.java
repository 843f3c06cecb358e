/** The provider {@code kubernetes}: Secrets of this or another cluster, read and written over its API. */
@NullMarked
package dev.eso4j.provider.builtin.kubernetes;

import org.jspecify.annotations.NullMarked;
