package dev.eso4j.core;

import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.core.runtime.NamespacedName;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * Who depends on a watched object: a store, or an ExternalSecret that waits for its target to appear or takes templates
 * from it.
 */
record Dependent(@Nullable StoreIdentity store, @Nullable NamespacedName externalSecret) {
    /** Returns whether it is the store of that name, but not in the version {@code current}, or {@code null} for none. */
    boolean isOutdated(boolean clusterScoped, NamespacedName name, @Nullable ObjectMeta current) {
        return store != null
                && store.clusterScoped() == clusterScoped
                && store.name().equals(name.name())
                && (clusterScoped || name.namespace().equals(store.namespace()))
                && (current == null
                        || !store.uid().equals(current.getUid())
                        || current.getGeneration() == null
                        || store.generation() != current.getGeneration());
    }
}
