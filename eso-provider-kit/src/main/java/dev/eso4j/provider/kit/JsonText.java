package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A slice of bytes that holds JSON source text or a part of a path.
 *
 * <p>Slices share their bytes, so a value cut out of a document is the document's own text: nothing is parsed and printed
 * again. Immutable. {@link #toString} shows no content.
 */
final class JsonText {
    static final JsonText EMPTY = new JsonText(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int from;
    private final int to;

    private JsonText(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** Returns the text that {@code bytes} hold; they must not change any more. */
    static JsonText of(byte[] bytes) {
        return new JsonText(bytes, 0, bytes.length);
    }

    static JsonText of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    int length() {
        return to - from;
    }

    boolean isEmpty() {
        return from == to;
    }

    /** Returns the byte at {@code index}, 0 to 255. */
    int at(int index) {
        return bytes[from + index] & 0xff;
    }

    /** Returns where this slice begins in {@code whole}, of which it is a part. */
    int offsetIn(JsonText whole) {
        return from - whole.from;
    }

    JsonText slice(int begin) {
        return slice(begin, length());
    }

    JsonText slice(int begin, int end) {
        return new JsonText(bytes, from + begin, from + end);
    }

    /** Returns the text without blanks and control characters at both ends. */
    JsonText trim() {
        int begin = 0;
        int end = length();
        while (begin < end && at(begin) <= ' ') {
            begin++;
        }
        while (end > begin && at(end - 1) <= ' ') {
            end--;
        }
        return slice(begin, end);
    }

    boolean startsWith(int c) {
        return !isEmpty() && at(0) == c;
    }

    boolean endsWith(int c) {
        return !isEmpty() && at(length() - 1) == c;
    }

    /** Returns the position of {@code c} at or after {@code begin}, or the length if there is none. */
    int find(int c, int begin) {
        int i = begin;
        while (i < length() && at(i) != c) {
            i++;
        }
        return i;
    }

    boolean same(JsonText other) {
        return Arrays.equals(bytes, from, to, other.bytes, other.from, other.to);
    }

    boolean same(String latin) {
        if (latin.length() != length()) {
            return false;
        }
        for (int i = 0; i < latin.length(); i++) {
            if (latin.charAt(i) != at(i)) {
                return false;
            }
        }
        return true;
    }

    /** Orders by bytes, which for UTF-8 is the order of code points. */
    int compare(JsonText other) {
        return Arrays.compareUnsigned(bytes, from, to, other.bytes, other.from, other.to);
    }

    byte[] toBytes() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Returns the text as a string; use for names, never for values that live on. */
    String utf8() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Returns whether the bytes are UTF-8. */
    boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    SecretValue toValue() {
        return SecretValue.of(toBytes());
    }

    @Override
    public String toString() {
        return "JsonText[" + length() + " bytes]";
    }
}
