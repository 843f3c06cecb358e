package dev.eso4j.core.cluster;

import dev.eso4j.api.BoundedText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the cluster that did not succeed. The message names the verb, the object and the cause, and never contains
 * data of a Secret.
 */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Room for a hundred problems of manifests. */
    private static final int LONGEST = 64_000;

    /** Why a call failed. */
    public enum Reason {
        /** There is no such object, or no such kind. */
        NOT_FOUND,
        /** An object of this name exists. */
        ALREADY_EXISTS,
        /** The object was changed by somebody else in the meantime, or a precondition is not met. */
        CONFLICT,
        /** The resourceVersion is too old; list anew. */
        GONE,
        /** The caller may not do this. */
        FORBIDDEN,
        /** The caller's credentials are not accepted. */
        UNAUTHORIZED,
        /** The object breaks a rule of its schema or of admission. */
        INVALID,
        /** Too many calls; try later. */
        THROTTLED,
        /** The API server fails or cannot be reached; try later. */
        UNAVAILABLE,
        /** Something else. */
        OTHER
    }

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;

    /** Creates the exception. */
    public ClusterException(Reason reason, String message) {
        this(reason, message, null, null);
    }

    /** Creates the exception with what the server asked to wait and the error that caused it. */
    public ClusterException(Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(BoundedText.of(message, LONGEST), cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** Returns why the call failed. */
    public Reason reason() {
        return reason;
    }

    /** Returns how long the server asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns whether nobody answered, or not to the end: that says nothing about the object. A call that took too long is
     * not meant, for that may well be the object's.
     */
    public boolean unreachable() {
        return reason == Reason.UNAVAILABLE
                && getCause() instanceof IOException cause
                && !(cause instanceof InterruptedIOException);
    }

    /** Returns whether the same call may succeed later. */
    public boolean retryable() {
        return reason == Reason.THROTTLED || reason == Reason.UNAVAILABLE;
    }
}
