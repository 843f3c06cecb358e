package dev.eso4j.core.apply;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;

/** Writes the status of ExternalSecrets. Thread-safe. */
@FunctionalInterface
public interface StatusSink {
    /**
     * Writes a status that differs from the stored one.
     *
     * @param routine whether the sync that it tells of left its target as it was
     * @throws dev.eso4j.core.cluster.ClusterException if that is not possible
     */
    void write(ExternalSecret externalSecret, ExternalSecretStatus status, boolean routine);
}
