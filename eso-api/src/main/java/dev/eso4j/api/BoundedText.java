package dev.eso4j.api;

/**
 * Makes texts fit for messages: bounded in length, and such that every encoder takes them.
 *
 * <p>Messages quote names that others have chosen, which can be megabytes long or hold halves of characters.
 */
public final class BoundedText {
    private BoundedText() {}

    /**
     * Returns the text, its middle left out if it has more than {@code most} characters; control characters other than
     * line breaks and tabs, and halves of surrogate pairs, are replaced by U+FFFD.
     *
     * @param most at least 10
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return clean(text);
        }
        int head = most * 2 / 3;
        return clean(text.substring(0, head) + "…" + text.substring(text.length() - (most - head - 1)));
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unfit(text.charAt(i))) {
                StringBuilder out = new StringBuilder(text.length());
                text.codePoints().forEach(c -> out.appendCodePoint(c <= 0xffff && unfit((char) c) ? 0xfffd : c));
                return out.toString();
            }
        }
        return text;
    }

    /** A surrogate that arrives here as a code point of its own has lost its other half. */
    private static boolean unfit(char c) {
        return Character.isSurrogate(c) || Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
