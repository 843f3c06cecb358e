package dev.eso4j.template.functions.strings;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import java.util.function.IntUnaryOperator;

/** The case of letters, one character for one: no language, no special endings. Invalid bytes become U+FFFD. */
final class Letters {
    private Letters() {}

    static boolean upper(int point) {
        return point < 0x80 ? point >= 'A' && point <= 'Z' : Character.getType(point) == Character.UPPERCASE_LETTER;
    }

    static boolean lower(int point) {
        return point < 0x80 ? point >= 'a' && point <= 'z' : Character.getType(point) == Character.LOWERCASE_LETTER;
    }

    /** A text with each character changed into another one, which can have three times as many bytes. */
    static String mapped(String text, Budget budget, IntUnaryOperator change) {
        if (!Bytes.ascii(text)) {
            budget.room(3L * text.length());
        }
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < 0x80) {
                Bytes.append(result, change.applyAsInt(c));
                i++;
            } else {
                long rune = Bytes.rune(text, i);
                Bytes.append(result, change.applyAsInt(Bytes.codePoint(rune)));
                i += Bytes.width(rune);
            }
        }
        return result.toString();
    }

    static String title(String text, Budget budget) {
        int[] before = {' '};
        return mapped(text, budget, point -> {
            boolean first = separator(before[0]);
            before[0] = point;
            return first ? Character.toTitleCase(point) : point;
        });
    }

    /** Whether a word can begin behind this character. */
    private static boolean separator(int point) {
        if (point < 0x80) {
            return !(point >= 'a' && point <= 'z'
                    || point >= 'A' && point <= 'Z'
                    || point >= '0' && point <= '9'
                    || point == '_');
        }
        return Bytes.space(point);
    }

    static String untitled(String text, Budget budget) {
        boolean[] first = {true};
        return mapped(text, budget, point -> {
            boolean space = Bytes.space(point);
            boolean change = first[0] && !space;
            first[0] = space;
            return change ? Character.toLowerCase(point) : point;
        });
    }

    static String swapped(String text, Budget budget) {
        boolean[] first = {true};
        return mapped(text, budget, point -> {
            boolean afterSpace = first[0];
            first[0] = false;
            if (upper(point) || point >= 0x80 && Character.getType(point) == Character.TITLECASE_LETTER) {
                return Character.toLowerCase(point);
            } else if (lower(point)) {
                return afterSpace ? Character.toTitleCase(point) : Character.toUpperCase(point);
            }
            first[0] = Bytes.space(point);
            return point;
        });
    }
}
