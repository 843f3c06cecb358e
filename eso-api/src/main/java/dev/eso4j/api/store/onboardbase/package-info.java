/** The fields of a store of Onboardbase. */
@NullMarked
package dev.eso4j.api.store.onboardbase;

import org.jspecify.annotations.NullMarked;
