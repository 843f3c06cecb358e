/** The fields of a store of senhasegura. */
@NullMarked
package dev.eso4j.api.store.senhasegura;

import org.jspecify.annotations.NullMarked;
