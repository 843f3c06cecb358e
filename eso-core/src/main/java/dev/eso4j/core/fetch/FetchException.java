package dev.eso4j.core.fetch;

import dev.eso4j.api.BoundedText;

/** A rule of the manifest that the fetched data breaks; the message names keys and never values. */
public final class FetchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FetchException(String message) {
        super(BoundedText.of(message, 1_000));
    }
}
