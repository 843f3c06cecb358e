package dev.eso4j.core.render;

/** A manifest whose target breaks a rule; the message names field, cause and fix. */
public final class InvalidTargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidTargetException(String message) {
        super(message);
    }
}
