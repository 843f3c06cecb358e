package dev.eso4j.provider.kit;

import dev.eso4j.api.spi.InvalidRequestException;

/** Bounds what one evaluation of a path may cost, for paths and documents come from strangers. Not thread-safe. */
final class PathBudget {
    private static final int MAX_DEPTH = 200;
    private static final long MAX_BYTES = 256L << 20;

    private long bytes = MAX_BYTES;
    private int depth;

    /** Counts bytes that are looked at or made. */
    void charge(int count) {
        bytes -= count + 16L;
        if (bytes < 0) {
            throw new InvalidRequestException(
                    "the property is too much work", "use a shorter property, or one with fewer nested parts");
        }
    }

    void enter() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new InvalidRequestException(
                    "the property goes deeper than " + MAX_DEPTH + " levels", "use a property with fewer parts");
        }
    }

    void leave() {
        depth--;
    }
}
