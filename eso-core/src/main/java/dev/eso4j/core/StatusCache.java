package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.core.apply.StatusSink;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.externalsecret.CoarseRefreshTime;
import dev.eso4j.core.runtime.NamespacedName;
import java.util.Map;

/** Writes statuses and takes what was stored over into the cache, so that the watch has nothing to tell. Thread-safe. */
final class StatusCache implements StatusSink {
    private final Cluster cluster;
    private final OperatorView view;
    private final CoarseRefreshTime coarse;

    StatusCache(Cluster cluster, OperatorView view, CoarseRefreshTime coarse) {
        this.cluster = cluster;
        this.view = view;
        this.coarse = coarse;
    }

    @Override
    public void write(ExternalSecret externalSecret, ExternalSecretStatus status, boolean routine) {
        NamespacedName key = OperatorView.key(externalSecret.getMetadata());
        if (routine && coarse.holds(key, externalSecret.getStatus(), status)) {
            ExternalSecret refreshed =
                    ExternalSecret.of(externalSecret.getMetadata(), externalSecret.getSpec(), status);
            view.externalSecrets.amend(key, externalSecret, refreshed);
            return;
        }
        ExternalSecret stored = cluster.patchStatus(
                ResourceType.EXTERNAL_SECRET_STATES, key.namespace(), key.name(), Map.of("status", status), "eso4j");
        coarse.forget(key);
        stored.setSpec(externalSecret.getSpec());
        OperatorView.statusWritten(view.externalSecrets, externalSecret.getMetadata(), stored);
    }
}
