package dev.eso4j.core.cluster;

import static dev.eso4j.core.cluster.Members.text;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads conditions; each kind has a record of its own for them, and all of these have the same components. */
@SuppressWarnings("NullAway") // As databinding does: the model decides what an absent member is.
final class ConditionReader {
    /** The record of a kind. */
    @FunctionalInterface
    interface Made<C> {
        C of(
                String type,
                String status,
                @Nullable String reason,
                @Nullable String message,
                @Nullable String lastTransitionTime);
    }

    private @Nullable String type;
    private @Nullable String status;
    private @Nullable String reason;
    private @Nullable String message;
    private @Nullable String lastTransitionTime;

    private ConditionReader() {}

    static <C> C read(JsonParser parser, Class<C> kind, Made<C> made) throws IOException {
        ConditionReader read = new ConditionReader();
        Members.each(parser, kind, read::member);
        return made.of(read.type, read.status, read.reason, read.message, read.lastTransitionTime);
    }

    private void member(String name, JsonParser value) throws IOException {
        switch (name) {
            case "type" -> type = text(value);
            case "status" -> status = text(value);
            case "reason" -> reason = text(value);
            case "message" -> message = text(value);
            case "lastTransitionTime" -> lastTransitionTime = text(value);
            default -> value.skipChildren();
        }
    }
}
