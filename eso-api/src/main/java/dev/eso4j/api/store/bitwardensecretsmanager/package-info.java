/** The fields of a store of Bitwarden Secrets Manager. */
@NullMarked
package dev.eso4j.api.store.bitwardensecretsmanager;

import org.jspecify.annotations.NullMarked;
