package dev.eso4j.provider.kit;

import java.util.ArrayList;
import java.util.List;

/** Matches texts against patterns: {@code *} is any run, {@code ?} one character, a backslash takes the next literally. */
final class JsonWildcard {
    private static final int ANY_RUN = -1;
    private static final int ANY_ONE = -2;

    private final int[] pattern;

    private JsonWildcard(int[] pattern) {
        this.pattern = pattern;
    }

    static JsonWildcard of(JsonText text) {
        int[] points = text.utf8().codePoints().toArray();
        List<Integer> parts = new ArrayList<>(points.length);
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '*') {
                parts.add(ANY_RUN);
            } else if (points[i] == '?') {
                parts.add(ANY_ONE);
            } else if (points[i] == '\\') {
                i++;
                parts.add(i < points.length ? points[i] : Integer.MAX_VALUE);
            } else {
                parts.add(points[i]);
            }
        }
        return new JsonWildcard(parts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Goes back to the last run only, which is enough, so the time is at most the product of both lengths. */
    boolean matches(JsonText text) {
        int[] points = text.utf8().codePoints().toArray();
        int p = 0;
        int i = 0;
        int run = -1;
        int resume = 0;
        while (i < points.length) {
            if (p < pattern.length && pattern[p] == ANY_RUN) {
                run = p++;
                resume = i;
            } else if (p < pattern.length && (pattern[p] == ANY_ONE || pattern[p] == points[i])) {
                p++;
                i++;
            } else if (run >= 0) {
                p = run + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == ANY_RUN) {
            p++;
        }
        return p == pattern.length;
    }
}
