/** SecretStore and ClusterSecretStore: where secrets are kept and how to reach them. */
@NullMarked
package dev.eso4j.api.store;

import org.jspecify.annotations.NullMarked;
