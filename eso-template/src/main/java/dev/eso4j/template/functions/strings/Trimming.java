package dev.eso4j.template.functions.strings;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Takes characters off the ends of a text. */
final class Trimming {
    private Trimming() {}

    static String space(String text) {
        return trimmed(text, Bytes::space);
    }

    /** Without any of these characters at its ends; an invalid byte is U+FFFD on either side. */
    static String characters(String text, String cut, Budget budget) {
        BitSet points = new BitSet();
        for (int i = 0; i < cut.length(); ) {
            long rune = Bytes.rune(cut, i);
            points.set(Bytes.codePoint(rune));
            i += Bytes.width(rune);
        }
        // High characters make a large set of bits, whatever the length of the texts.
        budget.steps(points.size() >> 14);
        return trimmed(text, points::get);
    }

    static String prefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    static String suffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static String trimmed(String text, IntPredicate cut) {
        int from = 0;
        while (from < text.length()) {
            long rune = Bytes.rune(text, from);
            if (!cut.test(Bytes.codePoint(rune))) {
                break;
            }
            from += Bytes.width(rune);
        }
        int to = text.length();
        while (to > from) {
            long rune = last(text, from, to);
            if (!cut.test(Bytes.codePoint(rune))) {
                break;
            }
            to -= Bytes.width(rune);
        }
        return text.substring(from, to);
    }

    /** The character that ends before {@code to}. */
    private static long last(String text, int from, int to) {
        for (int start = to - 1; start >= Math.max(from, to - 4); start--) {
            if ((text.charAt(start) & 0xC0) != 0x80) {
                long rune = Bytes.rune(text, start);
                if (start + Bytes.width(rune) == to) {
                    return rune;
                }
                break;
            }
        }
        return Bytes.rune("\u00ff", 0);
    }
}
