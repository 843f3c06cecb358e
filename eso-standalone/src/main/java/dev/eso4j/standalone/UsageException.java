package dev.eso4j.standalone;

import dev.eso4j.api.BoundedText;

/** A command line that cannot be understood; the message says what is wrong and what is near. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public UsageException(String message) {
        super(BoundedText.of(message, 1_000));
    }
}
