package dev.eso4j.core.fetch;

import dev.eso4j.api.BoundedText;

/**
 * An entry of {@code data} or {@code dataFrom} that could not be fetched.
 *
 * @param entry the path of the entry in the manifest
 * @param remoteKey the remote key it asks for; empty for searches and generators
 * @param message what went wrong and what to do, without values
 */
public record EntryProblem(String entry, String remoteKey, String message) {
    /** Creates the problem; what is longer than anybody reads is shortened. */
    public EntryProblem {
        remoteKey = BoundedText.of(remoteKey, 300);
        message = BoundedText.of(message, 1_000);
    }

    /** Returns the problem as one text. */
    public String text() {
        return entry + (remoteKey.isEmpty() ? "" : " (key: " + remoteKey + ")") + ": " + message;
    }
}
