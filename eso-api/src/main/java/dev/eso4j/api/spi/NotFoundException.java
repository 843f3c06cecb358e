package dev.eso4j.api.spi;

import org.jspecify.annotations.Nullable;

/** The remote object does not exist. Deletion policies hang on this one error: never map a refusal to it. */
public final class NotFoundException extends SecretsException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; see {@link SecretsException} for what the texts may say. */
    public NotFoundException(String message, String advice) {
        this(message, advice, null);
    }

    /** Creates the exception with the error that caused it. */
    public NotFoundException(String message, String advice, @Nullable Throwable cause) {
        super(message, advice, false, null, cause);
    }
}
