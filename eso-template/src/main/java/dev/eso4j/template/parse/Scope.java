package dev.eso4j.template.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the variables that are known at a place of the text. */
final class Scope {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Scope() {
        add("$");
    }

    int mark() {
        return names.size();
    }

    void reset(int mark) {
        for (int i = names.size() - 1; i >= mark; i--) {
            counts.computeIfPresent(names.remove(i), (name, count) -> count == 1 ? null : Integer.valueOf(count - 1));
        }
    }

    void add(String name) {
        names.add(name);
        counts.merge(name, 1, Integer::sum);
    }

    boolean has(String name) {
        return counts.containsKey(name);
    }
}
