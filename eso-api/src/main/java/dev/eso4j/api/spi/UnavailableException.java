package dev.eso4j.api.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The backend cannot be reached or fails; a later call may succeed. */
public final class UnavailableException extends SecretsException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code retryAfter} is what the backend asked for, if it did. */
    public UnavailableException(
            String message, String advice, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, advice, true, retryAfter, cause);
    }
}
