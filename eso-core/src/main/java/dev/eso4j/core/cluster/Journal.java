package dev.eso4j.core.cluster;

/**
 * Is told of every change of a {@link LocalCluster} before it takes effect, on the thread of the writer and one at a
 * time. An exception keeps the change from happening and reaches the writer.
 */
interface Journal {
    /** Keeps nothing. */
    Journal NONE = new Journal() {
        @Override
        public void stored(Stored object) {}

        @Override
        public void removed(Stored object) {}
    };

    /** A new version of an object is about to be kept. */
    void stored(Stored object);

    /** An object is about to be removed. */
    void removed(Stored object);
}
