package dev.eso4j.api.spi;

import org.jspecify.annotations.Nullable;

/** The backend knows the caller and refuses, or does not accept the credentials. */
public final class AccessDeniedException extends SecretsException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; see {@link SecretsException} for what the texts may say. */
    public AccessDeniedException(String message, String advice) {
        this(message, advice, null);
    }

    /** Creates the exception with the error that caused it. */
    public AccessDeniedException(String message, String advice, @Nullable Throwable cause) {
        super(message, advice, false, null, cause);
    }
}
