package dev.eso4j.testkit.faults;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a {@link FaultProxy} does to a request or its answer. */
public sealed interface Fault {
    /**
     * Answers itself.
     *
     * @param forwarded whether the request is carried out all the same, so that only its answer is lost
     */
    record Answer(int code, String reason, @Nullable Duration retryAfter, boolean forwarded) implements Fault {}

    /** Breaks the connection; if {@code forwarded}, in the middle of the answer. */
    record Reset(boolean forwarded) implements Fault {}

    /** Carries the request out and then sends either nothing or blanks without end. */
    record Endless(boolean blanks) implements Fault {}

    /** Changes the events of a watch; each watch gets an editor of its own. */
    record Events(Supplier<WatchEditor> editor) implements Fault {}

    /** Answers with this code and the reason that the API server gives with it, and does not carry the request out. */
    static Fault status(int code, String reason) {
        return new Answer(code, reason, null, false);
    }

    /** Answers 429 with Retry-After. */
    static Fault throttled(Duration retryAfter) {
        return new Answer(429, "TooManyRequests", retryAfter, false);
    }

    /** Carries the request out and answers with this code as if it had failed. */
    static Fault lostAnswer(int code, String reason) {
        return new Answer(code, reason, null, true);
    }

    /** Breaks the connection before the request is carried out. */
    static Fault reset() {
        return new Reset(false);
    }

    /** Carries the request out and breaks the connection in the middle of the answer's body. */
    static Fault resetInBody() {
        return new Reset(true);
    }

    /** Carries the request out and never answers. */
    static Fault silence() {
        return new Endless(false);
    }

    /** Carries the request out and answers with blanks for ever. */
    static Fault trickle() {
        return new Endless(true);
    }

    /** A watch tells nothing any more after {@code events} events. */
    static Fault silentWatch(int events) {
        return new Events(() -> WatchEditor.silent(events));
    }

    /** A watch tells all that it has told so far again with each event. */
    static Fault replay() {
        return new Events(WatchEditor::replay);
    }

    /** A watch sends no bookmarks. */
    static Fault noBookmarks() {
        return new Events(WatchEditor::withoutBookmarks);
    }

    /** A watch ends with 410 after {@code events} events. */
    static Fault gone(int events) {
        return new Events(() -> WatchEditor.gone(events));
    }
}
