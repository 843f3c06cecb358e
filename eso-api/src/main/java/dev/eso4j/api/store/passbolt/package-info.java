/** The fields of a store of Passbolt. */
@NullMarked
package dev.eso4j.api.store.passbolt;

import org.jspecify.annotations.NullMarked;
