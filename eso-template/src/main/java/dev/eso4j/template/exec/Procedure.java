package dev.eso4j.template.exec;

import org.jspecify.annotations.Nullable;

/** A template of a program, known by those that call it before it is compiled itself. */
final class Procedure {
    private @Nullable Step body;
    private boolean costly;

    void compiled(Step step, boolean callsCostlyFunctions) {
        body = step;
        costly = callsCostlyFunctions;
    }

    /** Whether it calls functions that a trial run does without. */
    boolean costly() {
        return costly;
    }

    Step body() {
        if (body == null) {
            throw new IllegalStateException("called before it was compiled");
        }
        return body;
    }
}
