package dev.eso4j.api.spi;

/** Whether a read is for the value of a remote object or for its tags and labels. */
public enum MetadataPolicy {
    /** The value. */
    NONE,
    /** The tags, labels or annotations, as a JSON object. */
    FETCH
}
