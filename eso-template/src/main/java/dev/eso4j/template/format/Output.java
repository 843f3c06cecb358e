package dev.eso4j.template.format;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;

/** Bytes that are being printed, no more of them than the budget allows for one value. */
public final class Output {
    private final StringBuilder bytes = new StringBuilder();
    private final Budget budget;
    private int charged;

    public Output(Budget budget) {
        this.budget = budget;
    }

    /** Makes sure that so many more bytes may be printed. */
    void room(int more) {
        long wanted = (long) bytes.length() + Math.max(more, 0);
        if (wanted > charged) {
            int next = (int)
                    Math.max(wanted, Math.min(2L * charged, budget.limits().callBytes()));
            budget.allocate(wanted);
            charged = next;
        }
    }

    public void append(String text) {
        room(text.length());
        bytes.append(text);
    }

    public void append(char c) {
        room(1);
        bytes.append(c);
    }

    void repeat(char c, int count) {
        room(count);
        for (int i = 0; i < count; i++) {
            bytes.append(c);
        }
    }

    void spaces(int count) {
        repeat(' ', count);
    }

    /** Appends a text, padded to the width in characters. */
    void padded(String text, Flags flags, char with) {
        int padding = flags.width < 0 ? 0 : flags.width - Bytes.count(text);
        if (padding > 0 && !flags.minus) {
            repeat(with, padding);
        }
        append(text);
        if (padding > 0 && flags.minus) {
            spaces(padding);
        }
    }

    /** Appends a text, padded with zeros if the flag says so. */
    void padded(String text, Flags flags) {
        padded(text, flags, flags.zeros() ? '0' : ' ');
    }

    public int length() {
        return bytes.length();
    }

    @Override
    public String toString() {
        return bytes.toString();
    }
}
