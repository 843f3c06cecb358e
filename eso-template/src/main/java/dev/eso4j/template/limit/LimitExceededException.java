package dev.eso4j.template.limit;

/** A template asked for more than its {@link Limits}; the message says for what, and how much there is. */
public final class LimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LimitExceededException(String message) {
        super(message, null, false, false);
    }
}
