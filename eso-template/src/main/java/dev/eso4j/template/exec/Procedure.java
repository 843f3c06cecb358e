package dev.eso4j.template.exec;

import org.jspecify.annotations.Nullable;

/** A template of a program, known by those that call it before it is compiled itself. */
final class Procedure {
    private @Nullable Step body;

    void compiled(Step step) {
        body = step;
    }

    Step body() {
        if (body == null) {
            throw new IllegalStateException("called before it was compiled");
        }
        return body;
    }
}
