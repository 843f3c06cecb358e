package dev.eso4j.core;

/** What an ExternalSecret asks for could not be fetched; the message names each entry with cause and fix, and no value. */
public final class FetchFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FetchFailedException(String message) {
        super(message);
    }
}
