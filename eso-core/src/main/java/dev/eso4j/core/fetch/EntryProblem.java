package dev.eso4j.core.fetch;

import dev.eso4j.api.BoundedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Returns problems as one text, in which entries with the same problem share a sentence. */
    public static String text(List<EntryProblem> problems) {
        Map<String, String> entries = new LinkedHashMap<>();
        problems.forEach(p -> entries.merge(p.message(), p.where(), (a, b) -> a + ", " + b));
        return entries.entrySet().stream()
                .map(e -> e.getValue() + ": " + e.getKey())
                .collect(Collectors.joining("; "));
    }

    private String where() {
        return entry + (remoteKey.isEmpty() ? "" : " (key: " + remoteKey + ")");
    }
}
