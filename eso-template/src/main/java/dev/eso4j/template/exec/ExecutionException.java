package dev.eso4j.template.exec;

import org.jspecify.annotations.Nullable;

/** An execution had to stop; the reason contains no value of the data. */
public final class ExecutionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Place place;
    private final @Nullable String function;
    private @Nullable String template;

    ExecutionException(@Nullable Place place, @Nullable String function, String reason) {
        super(reason, null, false, false);
        this.place = place;
        this.function = function;
    }

    ExecutionException in(String name) {
        template = name;
        return this;
    }

    /** Where it stopped, null if that is not known. */
    public @Nullable Place place() {
        return place;
    }

    /** The function that failed, null if it was none. */
    public @Nullable String function() {
        return function;
    }

    /** The name of the template that was being executed, null if there was none yet. */
    public @Nullable String template() {
        return template;
    }
}
