package dev.eso4j.core.runtime;

import java.time.Duration;

/** What is to be done with a key after a run that did not throw. */
public sealed interface Result {
    /** Nothing, until something changes. */
    record Done() implements Result {}

    /** Run again after {@code delay}; earlier failures are forgotten. */
    record After(Duration delay) implements Result {}

    /** Run again with back-off, as after a failure, but not before {@code atLeast} is over. */
    record Retry(Duration atLeast) implements Result {}

    /** Nothing could be done, and that is not the key's fault: run again when work is possible again, all keys alike. */
    record Blocked() implements Result {}

    /**
     * Run again when there is a place at the backend, for which {@link WorkQueue#hasten} is called, or after {@code
     * atMost}. It is the same work that goes on then: earlier failures, lane and time of the change stay.
     */
    record Wait(Request<?> request, Duration atMost) implements Result {}

    /** Returns the result that asks for nothing. */
    static Result done() {
        return new Done();
    }

    /** Returns the result that asks for another run after {@code delay}. */
    static Result after(Duration delay) {
        return new After(delay);
    }

    /** Returns the result that asks for another run with back-off. */
    static Result retry() {
        return new Retry(Duration.ZERO);
    }

    /** Returns the result that asks for another run with back-off, after {@code atLeast} at the earliest. */
    static Result retry(Duration atLeast) {
        return new Retry(atLeast);
    }

    /** Returns the result of a run that could do nothing because nothing can be done at the moment. */
    static Result blocked() {
        return new Blocked();
    }

    /** Returns the result that asks for the same work to go on later. */
    static Result await(Request<?> request, Duration atMost) {
        return new Wait(request, atMost);
    }
}
