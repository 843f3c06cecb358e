package dev.eso4j.template.functions.strings;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.Bytes;

/** Parts of texts; positions and widths are in bytes. */
final class Cutting {
    private static final int ELLIPSIS = 3;

    private Cutting() {}

    static String truncated(int count, String text) {
        if (count >= 0) {
            return text.substring(0, Math.min(count, text.length()));
        }
        return text.length() + (long) count > 0 ? text.substring(text.length() + count) : text;
    }

    static String part(int start, int end, String text) {
        int from = Math.max(start, 0);
        int to = start >= 0 && (end < 0 || end > text.length()) ? text.length() : end;
        if (to < from || to > text.length()) {
            throw new FunctionException("the range of bytes is outside of the text, or ends before it starts");
        }
        return text.substring(from, to);
    }

    static String abbreviated(long left, long width, String text) {
        if (width < 4 || left > 0 && width < 7 || text.length() <= width) {
            return text;
        }
        long shown = width - ELLIPSIS;
        long offset = Math.min(left, text.length());
        if (text.length() - offset < shown) {
            offset = text.length() - shown;
        }
        if (offset <= 4) {
            return text.substring(0, (int) shown) + "...";
        }
        if (offset + shown < text.length()) {
            return "..." + abbreviated(0, shown, text.substring((int) offset));
        }
        return "..." + text.substring((int) (text.length() - shown));
    }

    /** The first byte of each word, written as the character with that number: so does sprig, and so non-ASCII comes out odd. */
    static String initials(String text) {
        StringBuilder result = new StringBuilder();
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Bytes.space(c)) {
                gap = true;
            } else if (gap) {
                Bytes.append(result, c);
                gap = false;
            }
        }
        return result.toString();
    }

    /** Without white space; if there was any, every byte is written as the character with that number, as sprig does. */
    static String withoutSpace(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean removed = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Bytes.space(c)) {
                removed = true;
            } else {
                Bytes.append(result, c);
            }
        }
        return removed ? result.toString() : text;
    }
}
