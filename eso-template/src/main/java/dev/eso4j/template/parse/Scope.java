package dev.eso4j.template.parse;

import java.util.ArrayList;
import java.util.List;

/** The names of the variables that are known at a place of the text. */
final class Scope {
    private final List<String> names = new ArrayList<>(List.of("$"));

    int mark() {
        return names.size();
    }

    void reset(int mark) {
        names.subList(mark, names.size()).clear();
    }

    void add(String name) {
        names.add(name);
    }

    boolean has(String name) {
        return names.lastIndexOf(name) >= 0;
    }
}
