package dev.eso4j.core;

import java.util.List;

/**
 * How an operator is.
 *
 * @param state where it is in its life
 * @param troubles what keeps it from working at the moment, without secret values; empty if nothing does
 */
public record OperatorHealth(State state, List<String> troubles) {
    /** The stages of an operator's life. */
    public enum State {
        /** Not started. */
        NEW,
        /** Filling its caches. */
        SYNCING,
        /** Working. */
        RUNNING,
        /** Stopped for good. */
        STOPPED
    }

    /** Returns whether it works. */
    public boolean ready() {
        return state == State.RUNNING;
    }
}
