/** The fields of a store of Previder Vault. */
@NullMarked
package dev.eso4j.api.store.previder;

import org.jspecify.annotations.NullMarked;
