package dev.eso4j.template.functions.regex;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;

/**
 * A text that is searched: as characters for RE2/J, with the way back to its bytes.
 *
 * <p>Every character that is looked at is charged, since a search for all matches may look at some of them very often.
 */
final class Subject implements CharSequence {
    /** So many looks cost one step. */
    private static final int LOOKS = 8;

    private final String bytes;
    private final String characters;
    private final int[] offsets;
    private final Budget budget;
    private final int weight;
    private int looks;

    Subject(String bytes, Budget budget, int weight) {
        this.bytes = bytes;
        this.budget = budget;
        this.weight = weight;
        boolean plain = Bytes.ascii(bytes);
        if (plain) {
            characters = bytes;
            offsets = new int[0];
            return;
        }
        budget.allocate(6L * bytes.length());
        characters = Bytes.decode(bytes);
        offsets = new int[characters.length() + 1];
        int at = 0;
        for (int i = 0; i < characters.length(); at += Bytes.width(Bytes.rune(bytes, at))) {
            offsets[i++] = at;
            if (i < characters.length() && Character.isLowSurrogate(characters.charAt(i))) {
                offsets[i++] = at;
            }
        }
        offsets[characters.length()] = bytes.length();
    }

    /** The bytes between two positions of characters. */
    String between(int from, int to) {
        return offsets.length == 0 ? bytes.substring(from, to) : bytes.substring(offsets[from], offsets[to]);
    }

    /** The position behind the character at this one, or one more than the length at the end. */
    int after(int at) {
        return at >= characters.length()
                ? characters.length() + 1
                : at + Character.charCount(characters.codePointAt(at));
    }

    @Override
    public char charAt(int index) {
        if (++looks == LOOKS) {
            looks = 0;
            budget.steps(weight);
        }
        return characters.charAt(index);
    }

    @Override
    public int length() {
        return characters.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return characters.substring(start, end);
    }

    @Override
    public String toString() {
        return characters;
    }
}
