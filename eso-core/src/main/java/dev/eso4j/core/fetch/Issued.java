package dev.eso4j.core.fetch;

import dev.eso4j.api.spi.Generated;

/**
 * Values that a generator made, and what is needed to take them back when they are never delivered.
 *
 * @param kind the generator's kind
 * @param generated what it made
 * @param cleanup takes it back, within the time limit of a call
 */
public record Issued(String kind, Generated generated, Runnable cleanup) {
    /** Takes the values back. */
    public void rollBack() {
        cleanup.run();
    }
}
