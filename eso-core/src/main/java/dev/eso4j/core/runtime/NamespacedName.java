package dev.eso4j.core.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The name of an object; also the key by which work on it is queued.
 *
 * @param namespace the namespace; empty for cluster-scoped objects
 * @param name the name
 */
public record NamespacedName(String namespace, String name) {
    // By hand: these are the keys of every map on the way, and what the compiler makes is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamespacedName o && name.equals(o.name) && namespace.equals(o.namespace);
    }

    @Override
    public int hashCode() {
        return 31 * namespace.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
