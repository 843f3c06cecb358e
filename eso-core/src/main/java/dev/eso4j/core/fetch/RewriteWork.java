package dev.eso4j.core.fetch;

/**
 * Bounds what the regular expressions of one rewrite operation may cost over all keys, for expression, template and keys
 * come from strangers and their sizes multiply. Not thread-safe.
 */
final class RewriteWork {
    /** Keys of a Secret have 253 characters at most; a rewrite may begin with somewhat longer ones. */
    static final int LONGEST = 4_096;

    private static final long MOST = 100_000_000;

    private long left = MOST;

    /** Counts steps, each of which takes about as long as looking at one character. */
    void charge(long steps) {
        left -= steps;
        if (left < 0) {
            throw new FetchException("the rewrite is too much work; use a shorter expression, or fewer keys");
        }
    }

    static void checkLength(String what, CharSequence text) {
        if (text.length() > LONGEST) {
            throw new FetchException(what + " has more than " + LONGEST + " characters; shorten it");
        }
    }
}
