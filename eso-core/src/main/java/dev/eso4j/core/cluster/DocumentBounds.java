package dev.eso4j.core.cluster;

/**
 * Bounds what one document of a manifest may cost once its aliases are unfolded: nodes, depth, text, and the paths by
 * which its lines are known. Not thread-safe.
 */
final class DocumentBounds {
    static final int MOST_NODES = 300_000;
    static final int DEEPEST = 64;
    /** The parser of JSON has the same limit. */
    static final int MOST_DIGITS = 1_000;

    static final String TOO_LARGE = "the document is too large once its aliases are unfolded, or nested too deep";
    private static final int LONGEST_PATH = 4_096;
    private static final int MOST_PATH_TEXT = 16 << 20;

    private int nodes;
    private int text;
    private int pathText;

    /** Counts a node and returns whether it is one too many. */
    boolean exceededBy(String path, int depth) {
        return ++nodes > MOST_NODES || depth > DEEPEST || path.length() > LONGEST_PATH;
    }

    /** Counts a text and returns whether it is one too many; texts behind aliases count each time. */
    boolean exceededBy(String scalar) {
        if (scalar.length() > ManifestReader.MAX_SIZE - text) {
            return true;
        }
        text += scalar.length();
        return false;
    }

    /** Counts a path and returns whether its line is still to be remembered; else a line around it must do. */
    boolean remembers(String path) {
        if (path.length() > MOST_PATH_TEXT - pathText) {
            return false;
        }
        pathText += path.length();
        return true;
    }
}
