package dev.eso4j.api.spi;

import dev.eso4j.api.BoundedText;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backend call that did not succeed.
 *
 * <p>The message names the operation, the remote key and the cause; {@link #advice} says what to do. Neither may ever
 * contain a secret value, nor anything that changes from one attempt to the next (request ids, addresses, time stamps),
 * for both are shown in conditions and events. Of one longer than 1,000 characters the middle is left out.
 */
public abstract sealed class SecretsException extends RuntimeException
        permits NotFoundException,
                AccessDeniedException,
                InvalidRequestException,
                ThrottledException,
                UnavailableException,
                MalformedException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1_000;

    private final String advice;
    private final boolean retryable;
    private final transient @Nullable Duration retryAfter;

    SecretsException(
            String message,
            String advice,
            boolean retryable,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(BoundedText.of(message, LONGEST), cause);
        this.advice = BoundedText.of(advice, LONGEST);
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    /** Returns what a person can do about it; may be empty. */
    public final String advice() {
        return advice;
    }

    /** Returns whether the same call may succeed later without a change of manifest or credentials. */
    public final boolean retryable() {
        return retryable;
    }

    /** Returns how long the backend asked to wait before the next call. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
