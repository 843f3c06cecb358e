package dev.eso4j.core.cluster;

import java.util.Map;

/**
 * What is to be remembered of an object of one of our own kinds.
 *
 * @param kind its kind
 * @param namespace its namespace; empty for kinds without
 * @param name its name
 * @param generation its generation
 * @param specHash the hash of its spec, by which a later process sees whether the generation goes on; empty for stores,
 *     whose spec may hold values
 * @param status its status as a tree of maps, lists and scalars; empty if there is none
 */
public record ResourceState(
        String kind, String namespace, String name, long generation, String specHash, Map<String, Object> status) {
    /** Keeps copies. */
    public ResourceState {
        status = Map.copyOf(status);
    }
}
