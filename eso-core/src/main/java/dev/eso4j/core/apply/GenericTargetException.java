package dev.eso4j.core.apply;

/** A kind that may not be a target here; the message says why and who can allow it. */
public final class GenericTargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public GenericTargetException(String message) {
        super(message);
    }
}
