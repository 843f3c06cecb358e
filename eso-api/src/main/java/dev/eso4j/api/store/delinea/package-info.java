/** The fields of a store of Delinea DevOps Secrets Vault. */
@NullMarked
package dev.eso4j.api.store.delinea;

import org.jspecify.annotations.NullMarked;
