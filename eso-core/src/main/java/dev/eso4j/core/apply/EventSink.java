package dev.eso4j.core.apply;

import io.fabric8.kubernetes.api.model.ObjectReference;

/** Takes events about objects. Must not block and must not throw. */
@FunctionalInterface
public interface EventSink {
    /**
     * Something worth telling happened.
     *
     * @param about the object
     * @param source the component that says so
     * @param type {@code Normal} or {@code Warning}
     * @param reason the reason, one word
     * @param message what happened, without values
     */
    void event(ObjectReference about, String source, String type, String reason, String message);

    /** Returns the sink that forgets everything. */
    static EventSink none() {
        return (about, source, type, reason, message) -> {};
    }
}
