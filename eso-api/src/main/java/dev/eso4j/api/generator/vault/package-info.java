/** Generators for HashiCorp Vault: dynamic secrets. */
@NullMarked
package dev.eso4j.api.generator.vault;

import org.jspecify.annotations.NullMarked;
