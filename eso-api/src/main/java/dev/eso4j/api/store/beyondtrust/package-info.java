/** The fields of a store of BeyondTrust Password Safe. */
@NullMarked
package dev.eso4j.api.store.beyondtrust;

import org.jspecify.annotations.NullMarked;
