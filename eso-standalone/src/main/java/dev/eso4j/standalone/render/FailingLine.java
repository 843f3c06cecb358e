package dev.eso4j.standalone.render;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The line at which a template failed, with a caret under the place. */
final class FailingLine {
    private static final int BEFORE = 60;
    private static final int AFTER = 50;
    private static final String LEFT_OUT = "...";

    private FailingLine() {}

    /**
     * Prints it.
     *
     * @param line the line, from 1
     * @param column the bytes before the place in its line
     */
    static void print(byte[] text, int line, int column, HiddenValues hidden, PrintStream out) {
        int start = start(text, line);
        if (start == text.length && line > 1) {
            // What is missing at the end is missing behind the last line that there is.
            print(text, line - 1, Integer.MAX_VALUE, hidden, out);
            return;
        }
        int end = start;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        int at = start + Math.min(end - start, Math.max(0, column));
        String before = clean(text, start, at, hidden);
        String after = clean(text, at, end, hidden);
        String number = Integer.toString(line);
        if (before.codePointCount(0, before.length()) > BEFORE) {
            before = LEFT_OUT + before.substring(before.offsetByCodePoints(before.length(), -BEFORE));
        }
        if (after.codePointCount(0, after.length()) > AFTER) {
            after = after.substring(0, after.offsetByCodePoints(0, AFTER)) + LEFT_OUT;
        }
        out.println("    " + number + " | " + before + after);
        out.println("    " + " ".repeat(number.length()) + " | " + blank(before) + "^");
    }

    private static int start(byte[] text, int line) {
        int at = 0;
        for (int passed = 1; passed < line && at < text.length; at++) {
            passed += text[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    /** A part of a line that a terminal shows as it is: nothing in it moves the cursor or changes colours. */
    private static String clean(byte[] text, int from, int to, HiddenValues hidden) {
        StringBuilder clean = new StringBuilder();
        hidden.without(new String(text, from, to - from, StandardCharsets.UTF_8))
                .codePoints()
                .filter(c -> c != '\r')
                .map(c -> c != '\t' && Character.isISOControl(c) ? 0xfffd : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** White space as wide as a text: tabs stay, wide characters count twice, and combining ones not at all. */
    private static String blank(String text) {
        StringBuilder blank = new StringBuilder();
        text.codePoints().forEach(c -> blank.append(c == '\t' ? "\t" : " ".repeat(width(c))));
        return blank.toString();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xff00 && c <= 0xff60
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }
}
