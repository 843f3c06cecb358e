package dev.eso4j.core.cluster;

import dev.eso4j.api.BoundedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rules that one object breaks, each with its field. Holds no values of Secrets. */
final class Violations {
    /** One broken rule: where, and what is wrong and how to put it right. */
    record Violation(String field, String problem) {
        @Override
        public String toString() {
            return field + " " + problem;
        }
    }

    private static final int MOST = 100;

    private final List<Violation> found = new ArrayList<>();

    /** Adds one; after a hundred nobody reads on. */
    void add(String field, String problem) {
        if (found.size() < MOST) {
            found.add(new Violation(BoundedText.of(field, 300), BoundedText.of(problem, 600)));
        }
    }

    List<Violation> found() {
        return found;
    }

    /** Throws when there are any. */
    void raise(String verb, String object) {
        if (!found.isEmpty()) {
            throw new ClusterException(
                    ClusterException.Reason.INVALID,
                    verb + " " + BoundedText.of(object, 300) + ": "
                            + found.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }
}
