package dev.eso4j.provider.kit;

import java.util.BitSet;

/** Says whether a text is one JSON document, without recursion. Bytes that are not UTF-8 are allowed in strings. */
final class JsonValidator {
    static final int MAX_DEPTH = 10_000;

    private final JsonText text;
    private final BitSet objects = new BitSet();
    private int depth;
    private int at;

    private JsonValidator(JsonText text) {
        this.text = text;
    }

    static boolean valid(JsonText text) {
        return new JsonValidator(text).document();
    }

    private boolean document() {
        boolean wantsValue = true;
        boolean mayClose = false;
        while (true) {
            blanks();
            if (at == text.length()) {
                return depth == 0 && !wantsValue;
            }
            int c = text.at(at);
            if (wantsValue) {
                if (mayClose && c == closing()) {
                    depth--;
                    at++;
                    wantsValue = false;
                    mayClose = false;
                    continue;
                }
                if (depth > 0 && objects.get(depth) && !name()) {
                    return false;
                }
                mayClose = open();
                wantsValue = mayClose;
                if (!mayClose && !scalar()) {
                    return false;
                }
                if (depth > MAX_DEPTH) {
                    return false;
                }
            } else if (depth == 0) {
                return false;
            } else if (c == ',') {
                at++;
                wantsValue = true;
            } else if (c == closing()) {
                at++;
                depth--;
            } else {
                return false;
            }
        }
    }

    private int closing() {
        return objects.get(depth) ? '}' : ']';
    }

    /** Goes into a container if one begins here. */
    private boolean open() {
        if (at == text.length() || (text.at(at) != '{' && text.at(at) != '[')) {
            return false;
        }
        depth++;
        objects.set(depth, text.at(at) == '{');
        at++;
        return true;
    }

    private boolean name() {
        if (!string()) {
            return false;
        }
        blanks();
        if (at == text.length() || text.at(at) != ':') {
            return false;
        }
        at++;
        blanks();
        return true;
    }

    private boolean scalar() {
        if (at == text.length()) {
            return false;
        }
        return switch (text.at(at)) {
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean word(String word) {
        int end = at + word.length();
        if (end > text.length() || !text.slice(at, end).same(word)) {
            return false;
        }
        at = end;
        return true;
    }

    private boolean string() {
        if (at == text.length() || text.at(at) != '"') {
            return false;
        }
        for (at++; at < text.length(); at++) {
            int c = text.at(at);
            if (c == '"') {
                at++;
                return true;
            }
            if (c < ' ' || (c == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    /** Moves to the last character of the escape whose backslash is here. */
    private boolean escape() {
        at++;
        if (at == text.length()) {
            return false;
        }
        if (text.at(at) != 'u') {
            return "\"\\/bfnrt".indexOf(text.at(at)) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            at++;
            if (at == text.length() || Character.digit(text.at(at), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        if (at < text.length() && text.at(at) == '-') {
            at++;
        }
        int first = at;
        if (!digits() || (text.at(first) == '0' && at > first + 1)) {
            return false;
        }
        if (at < text.length() && text.at(at) == '.') {
            at++;
            if (!digits()) {
                return false;
            }
        }
        if (at < text.length() && (text.at(at) | 0x20) == 'e') {
            at++;
            if (at < text.length() && (text.at(at) == '+' || text.at(at) == '-')) {
                at++;
            }
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int begin = at;
        while (at < text.length() && text.at(at) >= '0' && text.at(at) <= '9') {
            at++;
        }
        return at > begin;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.at(at)) >= 0) {
            at++;
        }
    }
}
