package dev.eso4j.template.exec;

import dev.eso4j.template.limit.LimitExceededException;
import java.util.Arrays;

/** The bytes that have been rendered so far. */
final class Rendered {
    private final int limit;
    private byte[] bytes;
    private int size;

    Rendered(int limit, int expected) {
        this.limit = limit;
        this.bytes = new byte[Math.min(limit, Math.max(expected, 32))];
    }

    /** Appends a byte string. */
    @SuppressWarnings("deprecation") // what takes the low byte of each char is what is wanted here, and the fastest
    void append(String text) {
        int length = text.length();
        room(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    private void room(int more) {
        if (more > bytes.length - size) {
            if (more > limit - size) {
                throw new LimitExceededException("more than " + limit + " bytes of output");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(2L * bytes.length, (long) size + more)));
        }
    }

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
