package dev.eso4j.provider.kit;

import java.util.Arrays;

/** Collects bytes into a {@link JsonText}. Not thread-safe. */
final class JsonTextBuilder {
    private byte[] bytes;
    private int length;

    JsonTextBuilder(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    int length() {
        return length;
    }

    JsonTextBuilder add(int c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    JsonTextBuilder add(JsonText text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.at(i);
        }
        return this;
    }

    JsonTextBuilder add(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Adds a code point in UTF-8; half of a surrogate pair becomes U+FFFD. */
    JsonTextBuilder addCodePoint(int c) {
        int point = c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) ? 0xfffd : c;
        if (point < 0x80) {
            return add(point);
        }
        if (point < 0x800) {
            return add(0xc0 | point >> 6).add(0x80 | point & 0x3f);
        }
        if (point < 0x10000) {
            return add(0xe0 | point >> 12).add(0x80 | point >> 6 & 0x3f).add(0x80 | point & 0x3f);
        }
        return add(0xf0 | point >> 18)
                .add(0x80 | point >> 12 & 0x3f)
                .add(0x80 | point >> 6 & 0x3f)
                .add(0x80 | point & 0x3f);
    }

    JsonText build() {
        return JsonText.of(Arrays.copyOf(bytes, length));
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), Math.multiplyExact(bytes.length, 2)));
        }
    }
}
