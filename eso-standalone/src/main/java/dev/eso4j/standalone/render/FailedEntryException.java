package dev.eso4j.standalone.render;

/** An entry of the manifest whose rules do not fit the given values; the message names the field and keys, never values. */
public final class FailedEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedEntryException(String message) {
        super(message);
    }
}
