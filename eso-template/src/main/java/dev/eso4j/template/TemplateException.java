package dev.eso4j.template;

import org.jspecify.annotations.Nullable;

/**
 * A template could not be parsed or executed.
 *
 * <p>The message has the form of Go's, {@code template: NAME:LINE:COLUMN: executing "NAME" at <NODE>: REASON}, and contains text of the
 * template and names of keys, but never a value of the data.
 */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** When it failed. */
    public enum Phase {
        PARSE,
        EXECUTE
    }

    private final Phase phase;
    private final String template;
    private final int line;
    private final int column;
    private final @Nullable String function;
    private final String reason;

    TemplateException(
            Phase phase,
            String template,
            int line,
            int column,
            @Nullable String function,
            String reason,
            String message) {
        super(message, null, false, false);
        this.phase = phase;
        this.template = template;
        this.line = line;
        this.column = column;
        this.function = function;
        this.reason = reason;
    }

    public Phase phase() {
        return phase;
    }

    /** The name that the template was parsed under. */
    public String template() {
        return template;
    }

    /** The line, from 1 on; 0 if the position is not known. */
    public int line() {
        return line;
    }

    /** The bytes before the position in its line. */
    public int column() {
        return column;
    }

    /** The function that failed, or that does not exist; null if it was none. */
    public @Nullable String function() {
        return function;
    }

    /** What is wrong, without the position. */
    public String reason() {
        return reason;
    }
}
