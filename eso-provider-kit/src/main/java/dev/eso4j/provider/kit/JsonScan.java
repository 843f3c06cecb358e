package dev.eso4j.provider.kit;

import org.jspecify.annotations.Nullable;

/**
 * Finds where JSON values begin and end, in one pass and without recursion.
 *
 * <p>It takes what it gets: text that is not JSON leads to odd slices, never to an exception or a loop.
 */
final class JsonScan {
    private JsonScan() {}

    /** Returns the kind of value that begins at {@code i}, or {@code null} if none does. */
    static @Nullable JsonKind kindAt(JsonText text, int i) {
        int c = text.at(i);
        return switch (c) {
            case '"' -> JsonKind.STRING;
            case '{' -> JsonKind.OBJECT;
            case '[' -> JsonKind.ARRAY;
            case 't' -> JsonKind.TRUE;
            case 'f' -> JsonKind.FALSE;
            case 'n' -> i + 1 < text.length() && text.at(i + 1) != 'u' ? JsonKind.NUMBER : JsonKind.NULL;
            case '+', '-', 'i', 'I', 'N' -> JsonKind.NUMBER;
            default -> c >= '0' && c <= '9' ? JsonKind.NUMBER : null;
        };
    }

    /** Returns the position after the value of {@code kind} at {@code i}; the length if it does not end. */
    static int end(JsonText text, JsonKind kind, int i) {
        return switch (kind) {
            case STRING -> Math.min(text.length(), afterString(text, i + 1));
            case OBJECT, ARRAY -> afterBrackets(text, i);
            case NUMBER -> afterNumber(text, i);
            default -> afterLiteral(text, i);
        };
    }

    /**
     * Returns the position after the quote that closes the string whose first character is at {@code i}, or one more
     * than the length if nothing closes it.
     */
    static int afterString(JsonText text, int i) {
        for (int j = i; j < text.length(); j++) {
            int c = text.at(j);
            if (c == '"') {
                return j + 1;
            }
            if (c == '\\') {
                j++;
            }
        }
        return text.length() + 1;
    }

    /** Returns the position after the bracket that closes the one at {@code i}; all kinds of brackets count alike. */
    static int afterBrackets(JsonText text, int i) {
        int depth = 1;
        int j = i + 1;
        while (j < text.length()) {
            switch (text.at(j)) {
                case '"' -> j = afterString(text, j + 1) - 1;
                case '{', '[', '(' -> depth++;
                case '}', ']', ')' -> depth--;
                default -> {}
            }
            j++;
            if (depth == 0) {
                return j;
            }
        }
        return text.length();
    }

    private static int afterNumber(JsonText text, int i) {
        int j = i + 1;
        while (j < text.length()) {
            int c = text.at(j);
            if (c <= ' ' || c == ',' || c == ']' || c == '}') {
                break;
            }
            j++;
        }
        return j;
    }

    private static int afterLiteral(JsonText text, int i) {
        int j = i + 1;
        while (j < text.length() && text.at(j) >= 'a' && text.at(j) <= 'z') {
            j++;
        }
        return j;
    }
}
