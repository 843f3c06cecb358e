package dev.eso4j.core.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which keys of a target change; names only.
 *
 * @param added keys that come
 * @param updated keys whose value changes
 * @param removed keys that go
 * @param emptied those of the added and updated whose new value has no bytes
 */
public record KeyChanges(
        SortedSet<String> added, SortedSet<String> updated, SortedSet<String> removed, SortedSet<String> emptied) {
    /** Returns the changes that lead from one map to another. */
    static KeyChanges between(Map<String, byte[]> before, Map<String, byte[]> after) {
        SortedSet<String> added = new TreeSet<>();
        SortedSet<String> updated = new TreeSet<>();
        SortedSet<String> emptied = new TreeSet<>();
        after.forEach((key, value) -> {
            byte[] old = before.get(key);
            if (old == null) {
                added.add(key);
            } else if (!Arrays.equals(old, value)) {
                updated.add(key);
            } else {
                return;
            }
            if (value.length == 0) {
                emptied.add(key);
            }
        });
        SortedSet<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        return new KeyChanges(added, updated, removed, emptied);
    }

    /** Returns whether no key changes. */
    public boolean isEmpty() {
        return added.isEmpty() && updated.isEmpty() && removed.isEmpty();
    }

    /** Returns all names that are different before and after. */
    public SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(added);
        all.addAll(updated);
        all.addAll(removed);
        return all;
    }
}
