/** The fields of a store of 1Password that uses a Connect server. */
@NullMarked
package dev.eso4j.api.store.onepassword;

import org.jspecify.annotations.NullMarked;
