package dev.eso4j.template.value;

import dev.eso4j.template.limit.Budget;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map from byte strings to values of one type; null values are nil.
 *
 * <p>Whoever walks through it takes {@link #keys}, which is sorted by bytes. Not thread-safe; it lives within one execution.
 * {@code toString} tells neither keys nor values.
 */
public final class GoMap {
    private static final String[] NONE = {};

    private final GoType type;
    private final Map<String, @Nullable Object> entries;
    private final boolean nil;

    private GoMap(GoType type, Map<String, @Nullable Object> entries, boolean nil) {
        this.type = type;
        this.entries = entries;
        this.nil = nil;
    }

    /** An empty map of the given type. */
    public static GoMap of(GoType type) {
        return new GoMap(type, new HashMap<>(), false);
    }

    /** An empty {@code map[string]interface {}}. */
    public static GoMap dict() {
        return of(GoType.DICT);
    }

    /** The nil map: empty, reads as such, and cannot be written to. */
    public static GoMap nil(GoType type) {
        return new GoMap(type, Map.of(), true);
    }

    public GoType type() {
        return type;
    }

    public boolean isNil() {
        return nil;
    }

    public int size() {
        return entries.size();
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value of a key; null if it is nil or absent, which {@link #has} tells apart. */
    public @Nullable Object get(String key) {
        return entries.get(key);
    }

    /** Sets a value; on the nil map an {@link UnsupportedOperationException}, as it is a panic in Go. */
    public GoMap put(String key, @Nullable Object value) {
        entries.put(key, value);
        return this;
    }

    public void remove(String key) {
        if (!nil) {
            entries.remove(key);
        }
    }

    /** The keys, sorted by bytes, in an array of their own. They are charged, since sorting may look through all of them. */
    public String[] keys(Budget budget) {
        String[] keys = entries.keySet().toArray(NONE);
        budget.steps(keys.length);
        for (String key : keys) {
            // Several times, since keys that begin alike are compared to where they differ.
            budget.reading(4L * key.length());
        }
        Arrays.sort(keys);
        return keys;
    }

    @Override
    public String toString() {
        return type.name() + " of " + size();
    }
}
