/** The fields of a store of Infisical. */
@NullMarked
package dev.eso4j.api.store.infisical;

import org.jspecify.annotations.NullMarked;
