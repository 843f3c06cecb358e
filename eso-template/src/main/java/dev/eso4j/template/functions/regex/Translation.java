package dev.eso4j.template.functions.regex;

import dev.eso4j.template.functions.FunctionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites an expression for RE2/J, and refuses what Go refuses and RE2/J does not.
 *
 * <p>Names of groups are taken out, since Go lets them repeat; names of character classes are spelled as RE2/J knows them; repetitions
 * within repetitions are multiplied, since RE2/J would compile however many there are.
 */
final class Translation {
    /** How often something may be repeated, repetitions within repetitions taken together. */
    private static final int MOST_REPETITIONS = 1000;

    private final String source;
    private final StringBuilder result = new StringBuilder();
    private final List<@Nullable String> names = new ArrayList<>();
    private final Deque<Group> open = new ArrayDeque<>();
    private Group group = new Group();
    private int at;

    Translation(String source) {
        this.source = source;
        names.add(null);
    }

    List<@Nullable String> names() {
        return names;
    }

    /** About how many instructions the compiled expression has. */
    long size() {
        return group.size + group.lastSize;
    }

    String run() {
        while (at < source.length()) {
            char c = source.charAt(at);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '(' -> openGroup();
                case ')' -> {
                    copy(1);
                    closeGroup();
                }
                case '{' -> repetition();
                case '|' -> {
                    copy(1);
                    group.item(1, 1);
                }
                case '*', '+', '?' -> copy(1);
                default -> atom(Character.charCount(source.codePointAt(at)));
            }
        }
        while (!open.isEmpty()) {
            closeGroup();
        }
        return result.toString();
    }

    private void copy(int length) {
        int end = Math.min(source.length(), at + length);
        result.append(source, at, end);
        at = end;
    }

    private void atom(int length) {
        copy(length);
        group.item(1, 1);
    }

    private void escape(boolean within) {
        String rest = source.substring(at, Math.min(source.length(), at + 3));
        if (rest.startsWith("\\p") || rest.startsWith("\\P")) {
            property(within);
        } else if (rest.equals("\\x{")) {
            int end = source.indexOf('}', at);
            copy(end < 0 ? 3 : end + 1 - at);
        } else if (rest.startsWith("\\Q") && !within) {
            int end = source.indexOf("\\E", at + 2);
            int length = (end < 0 ? source.length() : end) - at - 2;
            copy(end < 0 ? source.length() - at : end + 2 - at);
            group.item(1, Math.max(length, 1));
            return;
        } else {
            copy(2);
        }
        if (!within) {
            group.item(1, 1);
        }
    }

    private void property(boolean within) {
        int start = at + 2;
        boolean braces = start < source.length() && source.charAt(start) == '{';
        int end = braces ? source.indexOf('}', start) : start;
        if (end < 0 || start >= source.length()) {
            copy(2);
            return;
        }
        String name = braces ? source.substring(start + 1, end) : source.substring(start, start + 1);
        boolean negated = source.charAt(at + 1) == 'P' ^ name.startsWith("^");
        result.append(CharacterNames.written(name.startsWith("^") ? name.substring(1) : name, negated, within));
        at = end + 1;
    }

    private void characterClass() {
        copy(source.startsWith("[^", at) ? 2 : 1);
        if (at < source.length() && source.charAt(at) == ']') {
            copy(1);
        }
        int size = 1;
        while (at < source.length() && source.charAt(at) != ']') {
            size++;
            int end = source.startsWith("[:", at) ? source.indexOf(":]", at + 2) : -1;
            if (end >= 0) {
                copy(end + 2 - at);
            } else if (source.charAt(at) == '\\') {
                escape(true);
            } else {
                copy(1);
            }
        }
        copy(1);
        group.item(1, size);
    }

    private void openGroup() {
        if (!source.startsWith("(?", at)) {
            names.add(null);
            copy(1);
            enter();
            return;
        }
        int name = source.startsWith("(?P<", at) ? at + 4 : source.startsWith("(?<", at) ? at + 3 : -1;
        if (name >= 0) {
            int end = source.indexOf('>', name);
            if (end <= name || !source.substring(name, end).matches("[A-Za-z0-9_]+")) {
                throw new FunctionException("error parsing regexp: invalid named capture");
            }
            names.add(source.substring(name, end));
            result.append('(');
            at = end + 1;
            enter();
            return;
        }
        int end = at + 2;
        while (end < source.length() && "imsU-".indexOf(source.charAt(end)) >= 0) {
            end++;
        }
        boolean body = end < source.length() && source.charAt(end) == ':';
        copy(end + 1 - at);
        if (body) {
            enter();
        }
    }

    private void enter() {
        open.push(group);
        group = new Group();
    }

    private void closeGroup() {
        Group closed = group;
        if (!open.isEmpty()) {
            group = open.pop();
            group.item(Math.max(closed.repetitions, closed.lastRepetitions), closed.size + closed.lastSize + 2);
        }
    }

    private void repetition() {
        int end = source.indexOf('}', at);
        String counts = end < 0 ? "" : source.substring(at + 1, end);
        int comma = counts.indexOf(',');
        String least = comma < 0 ? counts : counts.substring(0, comma);
        String most = comma < 0 ? counts : counts.substring(comma + 1);
        if (!digits(least) || !most.isEmpty() && !digits(most)) {
            atom(1);
            return;
        }
        int count = Math.max(number(least), most.isEmpty() ? 0 : number(most));
        copy(end + 1 - at);
        group.repeat(count);
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String digits) {
        int number = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (number > MOST_REPETITIONS) {
            throw tooOften();
        }
        return number;
    }

    private static FunctionException tooOften() {
        return new FunctionException(
                "error parsing regexp: invalid repeat count, more than " + MOST_REPETITIONS + " in all");
    }

    /** What stands in a group, of which the last item may still be repeated. */
    private static final class Group {
        private int repetitions = 1;
        private long size = 1;
        private int lastRepetitions = 1;
        private long lastSize;

        void item(int repeated, long instructions) {
            repetitions = Math.max(repetitions, lastRepetitions);
            size += lastSize;
            lastRepetitions = repeated;
            lastSize = instructions;
        }

        void repeat(int count) {
            if (count > 1) {
                if ((long) lastRepetitions * count > MOST_REPETITIONS) {
                    throw tooOften();
                }
                lastRepetitions *= count;
                lastSize *= count;
            }
        }
    }
}
