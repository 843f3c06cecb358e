package dev.eso4j.provider.builtin.webhook.path;

/** A path that cannot be read, or that leads nowhere. The message says why, and quotes neither path nor document. */
public final class PathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What became of the path. */
    public enum Reason {
        /** It is not in the language. */
        SYNTAX,
        /** The document has nothing there. */
        MISSING,
        /** It costs more than is allowed. */
        LIMIT
    }

    private final Reason reason;

    PathException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    static PathException missing(String message) {
        return new PathException(Reason.MISSING, message);
    }

    /** Returns what became of the path. */
    public Reason reason() {
        return reason;
    }
}
