package dev.eso4j.provider.kit;

import java.io.IOException;
import java.time.Duration;

/** Says that an answer, or a connection, did not come in time. */
final class TimeOverException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Duration limit;

    TimeOverException(Duration limit) {
        super("nothing within " + limit);
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }
}
