/** The fields of a store of ngrok. */
@NullMarked
package dev.eso4j.api.store.ngrok;

import org.jspecify.annotations.NullMarked;
