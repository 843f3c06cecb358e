package dev.eso4j.core.runtime;

/** How urgent a piece of work is. */
public enum Lane {
    /** Somebody changed something and waits for the result. */
    CHANGED,
    /** The clock says it is time. */
    REFRESH
}
