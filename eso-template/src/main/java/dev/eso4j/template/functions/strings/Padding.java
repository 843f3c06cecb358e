package dev.eso4j.template.functions.strings;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.limit.Budget;

/** Texts that are made longer. */
final class Padding {
    private Padding() {}

    static String repeated(long count, String text, Budget budget) {
        if (count < 0) {
            throw new FunctionException("negative repeat count");
        }
        // The product of two ints cannot overflow a long; a larger count is refused whatever the text.
        budget.allocate(Math.min(count, Integer.MAX_VALUE) * text.length());
        return text.repeat(text.isEmpty() ? 0 : (int) count);
    }

    static String indented(long spaces, String text, Budget budget) {
        if (spaces < 0) {
            throw new FunctionException("negative indentation");
        }
        long lines = 1 + text.chars().filter(c -> c == '\n').count();
        budget.allocate(text.length() + lines * Math.min(spaces, Integer.MAX_VALUE));
        String padding = " ".repeat((int) spaces);
        return padding + text.replace("\n", "\n" + padding);
    }
}
