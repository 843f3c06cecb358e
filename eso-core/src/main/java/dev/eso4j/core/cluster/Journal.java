package dev.eso4j.core.cluster;

/**
 * Is told of what a {@link LocalCluster} has to remember beyond the life of its process, before it takes effect: on the
 * thread of the writer, one change at a time. A {@link ClusterException} keeps the change from happening and reaches the
 * writer.
 */
public interface Journal {
    /** A new version of a Secret is about to be kept. */
    void secretStored(KubeSecret secret);

    /** A Secret is about to be removed. */
    void secretRemoved(String namespace, String name);

    /** A new version of one of our own kinds is about to be kept. */
    void stateStored(ResourceState state);

    /** An object of one of our own kinds is about to be removed. */
    void stateRemoved(String kind, String namespace, String name);
}
