package dev.eso4j.core.externalsecret;

import dev.eso4j.core.cluster.ClusterException;

/** A status that could not be written. It says nothing about the target, so it must not turn up as a failed sync. */
public final class StatusNotWrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatusNotWrittenException(ClusterException cause) {
        super("the status could not be written: " + cause.getMessage(), cause);
    }
}
