/** The fields of a store of Doppler. */
@NullMarked
package dev.eso4j.api.store.doppler;

import org.jspecify.annotations.NullMarked;
