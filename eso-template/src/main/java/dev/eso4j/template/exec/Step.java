package dev.eso4j.template.exec;

/** A compiled part of a template that is executed for its output. */
abstract class Step {
    /** What follows a step: the next one, or the end of a loop or of a round of it. */
    enum Next {
        STEP,
        BREAK,
        CONTINUE
    }

    abstract Next run(Execution x);
}
