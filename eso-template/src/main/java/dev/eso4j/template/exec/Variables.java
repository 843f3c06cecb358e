package dev.eso4j.template.exec;

import java.util.ArrayList;
import java.util.List;

/**
 * The variables of a template as they are when a place of it is executed.
 *
 * <p>Their number is the same each time, except behind a declaration among the later arguments of {@code and} or {@code or}, which may
 * or may not have been reached. A template with such a one looks its variables up by name.
 */
final class Variables {
    private final List<String> names = new ArrayList<>(List.of("$"));
    private final boolean byName;
    private int conditional;
    private boolean uncertain;

    Variables(boolean byName) {
        this.byName = byName;
    }

    int mark() {
        return names.size();
    }

    void reset(int mark) {
        names.subList(mark, names.size()).clear();
    }

    void declare(String name) {
        names.add(name);
        uncertain |= conditional > 0;
    }

    /** The index of a variable, or {@link Assignment#BY_NAME}. */
    int index(String name) {
        return byName ? Assignment.BY_NAME : names.lastIndexOf(name);
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
