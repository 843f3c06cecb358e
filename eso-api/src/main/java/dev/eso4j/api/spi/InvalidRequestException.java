package dev.eso4j.api.spi;

import org.jspecify.annotations.Nullable;

/** The request cannot succeed as the manifest states it: a missing property, a bad expression, an unsupported option. */
public final class InvalidRequestException extends SecretsException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; see {@link SecretsException} for what the texts may say. */
    public InvalidRequestException(String message, String advice) {
        this(message, advice, null);
    }

    /** Creates the exception with the error that caused it. */
    public InvalidRequestException(String message, String advice, @Nullable Throwable cause) {
        super(message, advice, false, null, cause);
    }
}
