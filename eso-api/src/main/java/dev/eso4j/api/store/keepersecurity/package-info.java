/** The fields of a store of Keeper Secrets Manager. */
@NullMarked
package dev.eso4j.api.store.keepersecurity;

import org.jspecify.annotations.NullMarked;
