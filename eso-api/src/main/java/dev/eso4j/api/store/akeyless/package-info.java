/** The fields of a store of Akeyless. */
@NullMarked
package dev.eso4j.api.store.akeyless;

import org.jspecify.annotations.NullMarked;
