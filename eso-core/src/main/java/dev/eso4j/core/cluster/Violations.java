package dev.eso4j.core.cluster;

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

    private final List<Violation> found = new ArrayList<>();

    void add(String field, String problem) {
        found.add(new Violation(field, problem));
    }

    List<Violation> found() {
        return found;
    }

    /** Throws when there are any. */
    void raise(String verb, String object) {
        if (!found.isEmpty()) {
            throw new ClusterException(
                    ClusterException.Reason.INVALID,
                    verb + " " + object + ": "
                            + found.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }
}
