/** The fields of a store of Password Depot. */
@NullMarked
package dev.eso4j.api.store.passworddepot;

import org.jspecify.annotations.NullMarked;
