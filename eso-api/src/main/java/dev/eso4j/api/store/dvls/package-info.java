/** The fields of a store of Devolutions Server. */
@NullMarked
package dev.eso4j.api.store.dvls;

import org.jspecify.annotations.NullMarked;
