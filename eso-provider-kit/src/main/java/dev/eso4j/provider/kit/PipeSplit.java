package dev.eso4j.provider.kit;

/** Finds where a path stops applying to each element and starts applying to the collected result. */
final class PipeSplit {
    private PipeSplit() {}

    /** Returns the position of the pipe, or -1 if there is none. */
    static int at(JsonText path) {
        if (path.startsWith('{')) {
            int end = JsonScan.afterBrackets(path, 0);
            return end < path.length() && path.at(end) == '|' ? end : -1;
        }
        int i = 0;
        while (i < path.length()) {
            int c = path.at(i);
            if (c == '|') {
                return i;
            }
            if (c == '\\') {
                i++;
            } else if (c == '.' && i + 2 < path.length() && path.at(i + 1) == '#') {
                i += 2;
                if (path.at(i) == '(' || path.at(i) == '[') {
                    i = afterCondition(path, i);
                }
            }
            i++;
        }
        return -1;
    }

    /** Returns the position of the bracket that closes the one at {@code i}; only brackets of its kind count. */
    private static int afterCondition(JsonText path, int i) {
        int open = path.at(i);
        int close = open == '(' ? ')' : ']';
        int depth = 1;
        int j = i + 1;
        while (j < path.length()) {
            int c = path.at(j);
            if (c == '\\') {
                j++;
            } else if (c == open) {
                depth++;
            } else if (c == close) {
                depth--;
                if (depth == 0) {
                    return j;
                }
            } else if (c == '"') {
                j = JsonScan.afterString(path, j + 1) - 1;
            }
            j++;
        }
        return j;
    }
}
