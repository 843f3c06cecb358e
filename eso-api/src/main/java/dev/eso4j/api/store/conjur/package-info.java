/** The fields of a store of CyberArk Conjur. */
@NullMarked
package dev.eso4j.api.store.conjur;

import org.jspecify.annotations.NullMarked;
