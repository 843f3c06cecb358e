package dev.eso4j.api.spi;

/** What a provider can do with its backend. */
public enum Capability {
    /** Reads remote objects. */
    READ,
    /** Writes and deletes remote objects. */
    WRITE
}
