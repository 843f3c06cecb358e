package dev.eso4j.template.functions.strings;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Takes texts apart at a separator, and puts another into its place. */
final class Splitting {
    /** What a short text takes, with its place in a list. */
    static final int PART = 64;

    private Splitting() {}

    /**
     * The parts between separators; an empty separator splits into characters.
     *
     * @param most the number of parts, of which the last is the rest; none for 0, all of them if negative
     */
    static List<String> split(String text, String separator, long most, Budget budget) {
        List<String> parts = new ArrayList<>();
        if (most == 0 || text.isEmpty() && separator.isEmpty()) {
            return parts;
        }
        budget.allocate(text.length());
        Search search = Search.of(separator, budget);
        int from = 0;
        while (most < 0 || parts.size() < most - 1) {
            int next = separator.isEmpty() ? afterCharacter(text, from) : search.in(text, from);
            if (next < 0 || separator.isEmpty() && next == text.length()) {
                break;
            }
            if (Integer.bitCount(parts.size()) == 1) {
                budget.allocate((long) PART * parts.size());
            }
            parts.add(text.substring(from, next));
            from = next + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** With every {@code old} replaced; an empty one stands before each character and at the end. */
    static String replaced(String text, String old, String replacement, Budget budget) {
        Search search = Search.of(old, budget);
        long count = 0;
        if (old.isEmpty()) {
            count = Bytes.count(text) + 1L;
        } else {
            for (int at = search.in(text, 0); at >= 0; at = search.in(text, at + old.length())) {
                count++;
            }
        }
        if (count == 0) {
            return text;
        }
        long length = text.length() + count * (replacement.length() - old.length());
        budget.allocate(length);
        budget.steps(count / 8);
        StringBuilder result = new StringBuilder((int) length);
        int from = 0;
        for (long i = 0; i < count; i++) {
            int next = !old.isEmpty() ? search.in(text, from) : i == 0 ? 0 : afterCharacter(text, from);
            result.append(text, from, next).append(replacement);
            from = next + old.length();
        }
        return result.append(text, from, text.length()).toString();
    }

    private static int afterCharacter(String text, int from) {
        return from + Bytes.width(Bytes.rune(text, from));
    }
}
