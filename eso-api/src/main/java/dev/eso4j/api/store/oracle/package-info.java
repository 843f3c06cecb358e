/** The member {@code oracle} of {@code spec.provider}: secrets of Oracle Cloud Infrastructure Vault. */
@NullMarked
package dev.eso4j.api.store.oracle;

import org.jspecify.annotations.NullMarked;
