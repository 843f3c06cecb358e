/** The reconciler of SecretStores and ClusterSecretStores. */
@NullMarked
package dev.eso4j.core.secretstore;

import org.jspecify.annotations.NullMarked;
