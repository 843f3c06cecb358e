package dev.eso4j.core.store;

import dev.eso4j.api.BoundedText;

/** A store that cannot be used as the manifest asks; the message names store, cause and fix. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public StoreException(String message) {
        super(BoundedText.of(message, 1_000));
    }
}
