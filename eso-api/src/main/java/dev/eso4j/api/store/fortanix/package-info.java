/** The fields of a store of Fortanix DSM. */
@NullMarked
package dev.eso4j.api.store.fortanix;

import org.jspecify.annotations.NullMarked;
