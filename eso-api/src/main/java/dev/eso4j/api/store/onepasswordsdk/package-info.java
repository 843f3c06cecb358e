/** The fields of a store of 1Password that signs in with a service account. */
@NullMarked
package dev.eso4j.api.store.onepasswordsdk;

import org.jspecify.annotations.NullMarked;
