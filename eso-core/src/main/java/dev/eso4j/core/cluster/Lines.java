package dev.eso4j.core.cluster;

import java.util.Map;

/** Finds the line of a field by its path. */
final class Lines {
    private Lines() {}

    /** Returns the line of {@code field}, or of the nearest field around it that has one. */
    static int nearest(Map<String, Integer> lines, String field) {
        String path = field;
        while (!path.isEmpty()) {
            Integer line = lines.get(path);
            if (line != null) {
                return line;
            }
            if (path.endsWith("]")) {
                // Rules write every key of a map in brackets, whether or not it has a dot.
                int open = path.lastIndexOf('[');
                Integer member = lines.get(path.substring(0, open) + "." + path.substring(open + 1, path.length() - 1));
                if (member != null) {
                    return member;
                }
            }
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return lines.getOrDefault("", 1);
    }

    static String member(String path, String name) {
        if (path.isEmpty()) {
            return name;
        }
        return name.indexOf('.') >= 0 || name.indexOf('/') >= 0 ? path + "[" + name + "]" : path + "." + name;
    }

    static String item(String path, int index) {
        return path + "[" + index + "]";
    }
}
