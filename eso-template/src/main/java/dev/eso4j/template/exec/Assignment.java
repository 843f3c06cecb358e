package dev.eso4j.template.exec;

import org.jspecify.annotations.Nullable;

/** A variable that takes a value: a new one, or one that exists. */
final class Assignment {
    /** Where an existing variable has to be looked up by name. */
    static final int BY_NAME = -1;

    /** Where the variable is new. */
    static final int NEW = -2;

    private final String name;
    private final int index;
    private final Place place;

    Assignment(String name, int index, Place place) {
        this.name = name;
        this.index = index;
        this.place = place;
    }

    void assign(Execution x, @Nullable Object value) {
        if (index == NEW) {
            x.push(name, value);
        } else if (index >= 0) {
            x.variable(x.base + index, value);
        } else {
            int found = x.find(name);
            if (found < 0) {
                throw place.raise("undefined variable: " + name);
            }
            x.variable(found, value);
        }
    }
}
