package dev.eso4j.core.render;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target could not be rendered from what was fetched; the message names field, cause and position, and no value. */
public final class RenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable TemplateFailure failure;

    RenderException(String message) {
        super(message);
        this.failure = null;
    }

    RenderException(String message, TemplateFailure failure) {
        super(message);
        this.failure = failure;
    }

    /** Returns the template that failed, if it was one and not its output or what it was taken from. */
    public Optional<TemplateFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
