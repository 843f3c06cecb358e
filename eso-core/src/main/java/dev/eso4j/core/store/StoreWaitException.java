package dev.eso4j.core.store;

import java.time.Duration;

/** A store that cannot be asked now. The ExternalSecret is in its line and will be called; nothing has failed. */
public final class StoreWaitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean failing;
    private final transient Duration atMost;

    /** Without a stack: on a busy store this is the ordinary case. */
    StoreWaitException(String message, boolean failing, Duration atMost) {
        super(message, null, false, false);
        this.failing = failing;
        this.atMost = atMost;
    }

    /** Returns whether the store fails, which a person should know; if not, it is merely busy. */
    public boolean failing() {
        return failing;
    }

    /** Returns after what time to come back, should nobody call. */
    public Duration atMost() {
        return atMost;
    }
}
