package dev.eso4j.template.format;

import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are being printed, no more of them than the budget allows for one value. */
public final class Output {
    /** So many are not worth an account. */
    private static final int FREE = 32;

    private final Budget budget;
    private byte[] bytes = new byte[FREE];
    private int length;

    public Output(Budget budget) {
        this.budget = budget;
    }

    /** Makes sure that so many more bytes may be printed. */
    void room(int more) {
        long wanted = (long) length + Math.max(more, 0);
        if (wanted > bytes.length) {
            budget.allocate(wanted);
            bytes = Arrays.copyOf(bytes, (int)
                    Math.max(wanted, Math.min(2L * bytes.length, budget.limits().callBytes())));
        }
    }

    public void append(String text) {
        append(text, 0, text.length());
    }

    /** Appends a part of a text. */
    @SuppressWarnings("deprecation") // what takes the low byte of each char is what is wanted here, and the fastest
    public void append(String text, int from, int to) {
        room(to - from);
        text.getBytes(from, to, bytes, length);
        length += to - from;
    }

    public void append(char c) {
        if (length == bytes.length) {
            room(1);
        }
        bytes[length++] = (byte) c;
    }

    void repeat(char c, int count) {
        room(count);
        for (int i = 0; i < count; i++) {
            append(c);
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
        return length;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
