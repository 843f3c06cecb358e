package dev.eso4j.core.render;

/** A target could not be rendered from what was fetched; the message names field, cause and position, and no value. */
public final class RenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RenderException(String message) {
        super(message);
    }
}
