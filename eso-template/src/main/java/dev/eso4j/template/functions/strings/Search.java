package dev.eso4j.template.functions.strings;

import dev.eso4j.template.limit.Budget;

/**
 * Looks for a text in others, in time that grows with the sum of their lengths.
 *
 * <p>Java's own search multiplies them in the worst case, which a hostile template can reach with a few hundred kilobytes.
 */
final class Search {
    /** Up to this length Java's search is faster than it is dangerous. */
    private static final int SHORT = 32;

    private final String wanted;
    private final int[] fallback;

    private Search(String wanted, int[] fallback) {
        this.wanted = wanted;
        this.fallback = fallback;
    }

    static Search of(String wanted, Budget budget) {
        if (wanted.length() <= SHORT) {
            return new Search(wanted, new int[0]);
        }
        budget.allocate(4L * wanted.length());
        budget.steps(wanted.length() / 8);
        int[] fallback = new int[wanted.length()];
        for (int i = 1, same = 0; i < wanted.length(); i++) {
            while (same > 0 && wanted.charAt(i) != wanted.charAt(same)) {
                same = fallback[same - 1];
            }
            if (wanted.charAt(i) == wanted.charAt(same)) {
                same++;
            }
            fallback[i] = same;
        }
        return new Search(wanted, fallback);
    }

    /** Where the wanted text begins next, at or after {@code from}; -1 if nowhere. */
    int in(String text, int from) {
        if (wanted.length() <= SHORT || from + wanted.length() > text.length()) {
            return text.indexOf(wanted, from);
        }
        for (int i = from, same = 0; i < text.length(); i++) {
            while (same > 0 && text.charAt(i) != wanted.charAt(same)) {
                same = fallback[same - 1];
            }
            if (text.charAt(i) == wanted.charAt(same) && ++same == wanted.length()) {
                return i - same + 1;
            }
        }
        return -1;
    }
}
