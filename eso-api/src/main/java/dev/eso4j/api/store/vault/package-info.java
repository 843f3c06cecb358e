/** The member {@code vault} of {@code spec.provider}: secrets of HashiCorp Vault. */
@NullMarked
package dev.eso4j.api.store.vault;

import org.jspecify.annotations.NullMarked;
