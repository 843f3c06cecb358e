package dev.eso4j.core.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in an object, as {@code spec.rules[0].from}: names, each followed by any number of indices. Immutable. */
final class ObjectPath {
    private static final int HIGHEST_INDEX = 10_000;

    private final String text;
    /** Names as texts, indices as integers; the first is a name. */
    private final List<Object> steps = new ArrayList<>();

    private final boolean single;

    /**
     * Parses.
     *
     * @throws RenderException if it is no path
     */
    ObjectPath(String text) {
        this.text = text;
        String[] segments = text.split("\\.", -1);
        for (String segment : segments) {
            segment(segment);
        }
        this.single = segments.length == 1;
    }

    private ObjectPath(ObjectPath parent, String name) {
        this.text = parent.text + "." + name;
        this.steps.addAll(parent.steps);
        this.steps.add(name);
        this.single = false;
    }

    private ObjectPath(String text, List<Object> steps) {
        this.text = text;
        this.steps.addAll(steps);
        this.single = steps.size() == 1;
    }

    /** Returns the name that the path begins with. */
    String root() {
        return (String) steps.get(0);
    }

    /** Returns whether it has no dot. */
    boolean single() {
        return single;
    }

    private void segment(String segment) {
        if (segment.isEmpty()) {
            throw invalid("empty segment");
        }
        int bracket = segment.indexOf('[');
        String name = bracket < 0 ? segment : segment.substring(0, bracket);
        if (!name.isEmpty()) {
            steps.add(name);
        } else if (steps.isEmpty()) {
            throw invalid("path must start with a key");
        }
        while (bracket >= 0 && bracket < segment.length()) {
            if (segment.charAt(bracket) != '[') {
                throw invalid("expected '[' near \"" + segment.substring(bracket) + "\"");
            }
            int end = segment.indexOf(']', bracket);
            if (end < 0) {
                throw invalid("unterminated '['");
            }
            steps.add(index(segment.substring(bracket + 1, end)));
            bracket = end + 1;
        }
    }

    private Integer index(String digits) {
        int index;
        try {
            index = Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw invalid("bad index \"" + digits + "\"");
        }
        if (index < 0) {
            throw invalid("negative index " + index);
        } else if (index > HIGHEST_INDEX) {
            throw invalid("index " + index + " exceeds maximum (" + HIGHEST_INDEX + ")");
        }
        return index;
    }

    private RenderException invalid(String why) {
        return new RenderException("invalid path \"" + text + "\": " + why);
    }

    /** Returns the place of a member of what is here. */
    ObjectPath member(String name) {
        return new ObjectPath(this, name);
    }

    /**
     * Copies what is here from one object to another, or the whole of the first list on the way: a list cannot be had in
     * part.
     */
    void copy(Map<String, @Nullable Object> from, Map<String, @Nullable Object> to) {
        int end = 0;
        while (end < steps.size() && steps.get(end) instanceof String) {
            end++;
        }
        ObjectPath whole = end == steps.size() ? this : new ObjectPath(text, steps.subList(0, end));
        whole.set(to, whole.get(from));
    }

    /** Returns what is there, or {@code null}. */
    @Nullable
    Object get(Map<String, @Nullable Object> object) {
        Object at = object;
        for (Object step : steps) {
            if (step instanceof String name) {
                at = at instanceof Map<?, ?> map ? map.get(name) : null;
            } else {
                int index = (Integer) step;
                at = at instanceof List<?> list && index < list.size() ? list.get(index) : null;
            }
        }
        return at;
    }

    /**
     * Puts {@code value} there; mappings and lists that are missing on the way are made, lists grow with nulls.
     *
     * @throws RenderException if something else than a mapping or list is in the way
     */
    void set(Map<String, @Nullable Object> object, @Nullable Object value) {
        Object at = object;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            Object next = last ? value : child(at, i);
            put(at, steps.get(i), next);
            if (!last && next != null) {
                at = next;
            }
        }
    }

    /** The container that the next step goes into, which is there already or made for it. */
    private Object child(Object at, int i) {
        Object step = steps.get(i);
        Object child = null;
        if (step instanceof String name) {
            child = map(at, name).get(name);
        } else {
            List<@Nullable Object> list = list(at, (Integer) step);
            child = (Integer) step < list.size() ? list.get((Integer) step) : null;
        }
        if (child != null) {
            return child;
        }
        return steps.get(i + 1) instanceof String ? new LinkedHashMap<String, Object>() : new ArrayList<Object>();
    }

    private void put(Object at, Object step, @Nullable Object value) {
        if (step instanceof String name) {
            map(at, name).put(name, value);
        } else {
            List<@Nullable Object> list = list(at, (Integer) step);
            while (list.size() <= (Integer) step) {
                list.add(null);
            }
            list.set((Integer) step, value);
        }
    }

    @SuppressWarnings("unchecked") // Objects are trees as JSON has them.
    private Map<String, @Nullable Object> map(Object at, String name) {
        if (at instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new RenderException(
                "failed to set path " + text + ": expected map at key \"" + name + "\" but found " + type(at));
    }

    @SuppressWarnings("unchecked") // As above.
    private List<@Nullable Object> list(Object at, int index) {
        if (at instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw new RenderException(
                "failed to set path " + text + ": expected array at index " + index + " but found " + type(at));
    }

    private static String type(Object value) {
        return value instanceof Map
                ? "map[string]interface {}"
                : value instanceof List
                        ? "[]interface {}"
                        : value instanceof String
                                ? "string"
                                : value instanceof Boolean ? "bool" : value instanceof Double ? "float64" : "int64";
    }

    @Override
    public String toString() {
        return text;
    }
}
