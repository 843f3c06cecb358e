package dev.eso4j.template.functions.strings;

import dev.eso4j.template.value.Bytes;

/**
 * A run of characters of one class within a text.
 *
 * @param end where it ends; the next word begins there
 */
record Word(Kind kind, int start, int end) {
    /** The kinds of the characters of ASCII. */
    private static final Kind[] ASCII = ascii();

    enum Kind {
        CONNECTOR,
        PUNCTUATION,
        UPPER,
        ALPHA,
        NUMBER,
        OTHER,
        NONE
    }

    boolean is(Kind one, Kind other) {
        return kind == one || kind == other;
    }

    /** The word that begins at this position, one of kind {@link Kind#NONE} at the end of the text. */
    static Word at(String text, int start) {
        int first = valid(text, start);
        if (first == text.length()) {
            return new Word(Kind.NONE, Math.min(start, first), first);
        }
        Kind kind = kind(text, first);
        int end = after(text, first);
        if (kind == Kind.UPPER) {
            return upper(text, start, end);
        }
        while (end < text.length() && belongs(kind, text, end)) {
            end = after(text, end);
        }
        return new Word(kind, start, end);
    }

    /** {@code Word}, or {@code HTTP} without the letter that begins the word behind it. */
    private static Word upper(String text, int start, int first) {
        int end = first;
        int before = start;
        Kind run = end < text.length() && belongs(Kind.ALPHA, text, end) ? Kind.ALPHA : Kind.UPPER;
        while (end < text.length() && belongs(run, text, end)) {
            before = end;
            end = after(text, end);
        }
        boolean wordBehind =
                run == Kind.UPPER && before > start && end < text.length() && belongs(Kind.ALPHA, text, end);
        return new Word(Kind.UPPER, start, wordBehind ? before : end);
    }

    /** Whether the character at this position continues a run; what is not UTF-8 counts with what follows it. */
    private static boolean belongs(Kind run, String text, int at) {
        int next = valid(text, at);
        if (next == text.length()) {
            return true;
        }
        return run == Kind.PUNCTUATION ? punctuation(Bytes.codePoint(Bytes.rune(text, next))) : kind(text, next) == run;
    }

    private static int after(String text, int at) {
        if (text.charAt(at) < 0x80) {
            return at + 1;
        }
        int next = valid(text, at);
        return next == text.length() ? next : next + Bytes.width(Bytes.rune(text, next));
    }

    private static int valid(String text, int at) {
        if (at < text.length() && text.charAt(at) < 0x80) {
            return at;
        }
        int next = at;
        while (next < text.length() && Bytes.codePoint(Bytes.rune(text, next)) == Bytes.INVALID) {
            next += Bytes.width(Bytes.rune(text, next));
        }
        return Math.min(next, text.length());
    }

    private static Kind kind(String text, int at) {
        char first = text.charAt(at);
        return first < 0x80 ? ASCII[first] : kind(Bytes.codePoint(Bytes.rune(text, at)));
    }

    private static Kind[] ascii() {
        Kind[] kinds = new Kind[0x80];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = kind(c);
        }
        return kinds;
    }

    private static Kind kind(int point) {
        if (connector(point)) {
            return Kind.CONNECTOR;
        } else if (punctuation(point)) {
            return Kind.PUNCTUATION;
        } else if (Letters.upper(point)) {
            return Kind.UPPER;
        } else if (Character.isLetter(point) && !ideograph(point)) {
            return Kind.ALPHA;
        }
        return switch (Character.getType(point)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> Kind.NUMBER;
            default -> Kind.OTHER;
        };
    }

    static boolean connector(int point) {
        return point == '-' || point == '_' || Bytes.space(point);
    }

    private static boolean punctuation(int point) {
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean ideograph(int point) {
        return point >= 0x4E00 && point <= 0x9FCC
                || point >= 0x3400 && point <= 0x4D85
                || point >= 0x20000 && point <= 0x2B81D;
    }
}
