package dev.eso4j.core.runtime;

/**
 * The name of an object; also the key by which work on it is queued.
 *
 * @param namespace the namespace; empty for cluster-scoped objects
 * @param name the name
 */
public record NamespacedName(String namespace, String name) {
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
