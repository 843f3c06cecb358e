package dev.eso4j.api.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The backend asks to be called less often. */
public final class ThrottledException extends SecretsException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code retryAfter} is what the backend asked for, if it did. */
    public ThrottledException(String message, String advice, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, advice, true, retryAfter, cause);
    }
}
