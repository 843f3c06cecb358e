/** The member {@code azurekv} of {@code spec.provider}: secrets, keys and certificates of Azure Key Vault. */
@NullMarked
package dev.eso4j.api.store.azurekv;

import org.jspecify.annotations.NullMarked;
