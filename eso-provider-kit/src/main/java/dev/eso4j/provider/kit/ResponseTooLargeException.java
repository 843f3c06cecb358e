package dev.eso4j.provider.kit;

import java.io.IOException;

/** Says that a body was larger than allowed. */
final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    ResponseTooLargeException(int limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
