package dev.eso4j.core.runtime;

/** Is told what controllers do; for metrics. Must be fast and must not throw. */
public interface ControllerListener {
    /** A run begins. */
    default void began(String controller, Request<?> request) {}

    /** A run on a key ended, in whatever way; told after {@link #reconciled} or {@link #failed}. */
    default void ended(String controller, Object key, long nanos) {}

    /** A run ended without an exception. */
    default void reconciled(String controller, Result result, long nanos) {}

    /** A run ended with an exception. */
    default void failed(String controller, long nanos) {}

    /** Returns the listener that does nothing. */
    static ControllerListener none() {
        return new ControllerListener() {};
    }
}
