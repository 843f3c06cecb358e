/** The fields of a store of Chef data bags. */
@NullMarked
package dev.eso4j.api.store.chef;

import org.jspecify.annotations.NullMarked;
