package dev.eso4j.template.exec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a template as they are when a place of it is executed.
 *
 * <p>Their number is the same each time, except behind a declaration among the later arguments of {@code and} or {@code or}, which may
 * or may not have been reached. A template with such a one looks its variables up by name.
 */
final class Variables {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Deque<Integer>> indexes = new HashMap<>();
    private final boolean byName;
    private int conditional;
    private boolean uncertain;

    Variables(boolean byName) {
        this.byName = byName;
        declare("$");
    }

    int mark() {
        return names.size();
    }

    void reset(int mark) {
        for (int i = names.size() - 1; i >= mark; i--) {
            indexes.computeIfPresent(names.remove(i), (name, known) -> {
                known.pop();
                return known.isEmpty() ? null : known;
            });
        }
    }

    void declare(String name) {
        indexes.computeIfAbsent(name, unknown -> new ArrayDeque<>(2)).push(names.size());
        names.add(name);
        uncertain |= conditional > 0;
    }

    /** The index of a variable, or {@link Assignment#BY_NAME}. */
    int index(String name) {
        Deque<Integer> known = byName ? null : indexes.get(name);
        return known == null ? Assignment.BY_NAME : known.element();
    }

    void enterConditional() {
        conditional++;
    }

    void leaveConditional() {
        conditional--;
    }

    boolean uncertain() {
        return uncertain;
    }
}
