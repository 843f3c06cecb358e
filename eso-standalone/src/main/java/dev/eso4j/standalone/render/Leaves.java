package dev.eso4j.standalone.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The scalars of a tree of maps and lists, each by its path, such as {@code spec.hosts[0]} or {@code data[app.ini]}. */
final class Leaves {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

    private Leaves() {}

    /** Returns the leaves in the order of their paths; an empty map or list is one as well. */
    static Map<String, byte[]> of(Map<?, ?> tree) {
        Map<String, byte[]> leaves = new TreeMap<>();
        collect("", tree, leaves);
        return leaves;
    }

    private static void collect(String path, @Nullable Object value, Map<String, byte[]> leaves) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, member) -> collect(member(path, String.valueOf(key)), member, leaves));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                collect(path + "[" + i + "]", list.get(i), leaves);
            }
        } else {
            leaves.put(path, bytes(value));
        }
    }

    /** Returns the path of a member. */
    static String member(String path, String key) {
        if (!PLAIN.matcher(key).matches()) {
            return path + "[" + key + "]";
        }
        return path.isEmpty() ? key : path + "." + key;
    }

    private static byte[] bytes(@Nullable Object value) {
        return (value instanceof String text ? text : ShownText.json(value)).getBytes(UTF_8);
    }

    /** Returns the tree with sizes in place of its scalars. */
    static @Nullable Object hidden(@Nullable Object value, HiddenValues hidden) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put(hidden.without(String.valueOf(key)), hidden(member, hidden)));
            return members;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(hidden(item, hidden)));
            return items;
        }
        return HiddenValues.size(bytes(value));
    }
}
