package dev.eso4j.core.externalsecret;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.SecretStoreRef;
import dev.eso4j.core.store.StoreResolver;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether an ExternalSecret is this operator's: it is not, when a store that it names belongs to another
 * controller class, or is a ClusterSecretStore where those are switched off. A store that does not exist decides nothing.
 */
public final class ExternalSecretScope {
    private static final Logger log = LoggerFactory.getLogger(ExternalSecretScope.class);

    private final StoreResolver stores;
    private final boolean clusterStores;

    /** Creates the scope. */
    public ExternalSecretScope(StoreResolver stores, boolean clusterStores) {
        this.stores = stores;
        this.clusterStores = clusterStores;
    }

    /** Returns whether the ExternalSecret is this operator's to sync. */
    public boolean includes(ExternalSecret externalSecret) {
        String namespace = externalSecret.getMetadata().getNamespace();
        for (SecretStoreRef reference : references(externalSecret.getSpec())) {
            if (!clusterStores && StoreResolver.CLUSTER_KIND.equals(reference.kind())) {
                log.debug(
                        "{}/{} is left alone: it names a ClusterSecretStore, and those are switched off",
                        namespace,
                        externalSecret.getMetadata().getName());
                return false;
            }
            if (stores.find(reference, namespace).filter(s -> !stores.ours(s)).isPresent()) {
                log.debug(
                        "{}/{} is left alone: the store {} belongs to another controller class",
                        namespace,
                        externalSecret.getMetadata().getName(),
                        reference.name());
                return false;
            }
        }
        return true;
    }

    /** Returns all stores that an ExternalSecret names. */
    public static Set<SecretStoreRef> references(ExternalSecretSpec spec) {
        Set<SecretStoreRef> references = new LinkedHashSet<>();
        SecretStoreRef top = spec.secretStoreRef();
        if (top != null && top.name() != null && !top.name().isEmpty()) {
            references.add(top);
        }
        spec.data().forEach(entry -> {
            if (entry.sourceRef() != null && entry.sourceRef().storeRef() != null) {
                references.add(entry.sourceRef().storeRef());
            }
        });
        spec.dataFrom().forEach(entry -> {
            if (entry.sourceRef() != null && entry.sourceRef().storeRef() != null) {
                references.add(entry.sourceRef().storeRef());
            }
        });
        return references;
    }
}
