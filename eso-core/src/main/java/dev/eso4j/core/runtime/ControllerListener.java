package dev.eso4j.core.runtime;

/** Is told what controllers do; for metrics. Must be fast and must not throw. */
public interface ControllerListener {
    /** A run ended without an exception. */
    default void reconciled(String controller, Result result, long nanos) {}

    /** A run ended with an exception. */
    default void failed(String controller, long nanos) {}

    /** Returns the listener that does nothing. */
    static ControllerListener none() {
        return new ControllerListener() {};
    }
}
