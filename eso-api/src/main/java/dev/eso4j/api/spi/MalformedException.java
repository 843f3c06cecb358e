package dev.eso4j.api.spi;

import org.jspecify.annotations.Nullable;

/** The backend answered with something that is not what its contract says. */
public final class MalformedException extends SecretsException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; see {@link SecretsException} for what the texts may say. */
    public MalformedException(String message, String advice) {
        this(message, advice, null);
    }

    /** Creates the exception with the error that caused it. */
    public MalformedException(String message, String advice, @Nullable Throwable cause) {
        super(message, advice, false, null, cause);
    }
}
