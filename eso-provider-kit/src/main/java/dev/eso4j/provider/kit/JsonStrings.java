package dev.eso4j.provider.kit;

/** Converts between texts and JSON strings. */
final class JsonStrings {
    private static final String HEX = "0123456789abcdef";

    private JsonStrings() {}

    /** Returns the text of a JSON string without its quotes; it ends early at the first thing that is not allowed. */
    static JsonText unescape(JsonText inner) {
        int first = 0;
        while (first < inner.length() && inner.at(first) != '\\' && inner.at(first) >= ' ') {
            first++;
        }
        if (first == inner.length()) {
            return inner;
        }
        JsonTextBuilder out = new JsonTextBuilder(inner.length()).add(inner.slice(0, first));
        int i = first;
        while (i < inner.length()) {
            int c = inner.at(i);
            if (c < ' ') {
                break;
            }
            if (c != '\\') {
                out.add(c);
                i++;
                continue;
            }
            int next = escape(inner, i + 1, out);
            if (next < 0) {
                break;
            }
            i = next;
        }
        return out.build();
    }

    /** Adds what the escape with its letter at {@code i} means; returns the position after it, or -1. */
    private static int escape(JsonText inner, int i, JsonTextBuilder out) {
        if (i >= inner.length()) {
            return -1;
        }
        int c = inner.at(i);
        if (c == 'u') {
            return unicode(inner, i + 1, out);
        }
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain < 0) {
            return -1;
        }
        out.add("\"\\/\b\f\n\r\t".charAt(plain));
        return i + 1;
    }

    private static int unicode(JsonText inner, int i, JsonTextBuilder out) {
        if (i + 4 > inner.length()) {
            return -1;
        }
        int unit = hex(inner, i);
        int end = i + 4;
        if (unit >= 0xd800
                && unit <= 0xdfff
                && end + 6 <= inner.length()
                && inner.at(end) == '\\'
                && inner.at(end + 1) == 'u') {
            int low = hex(inner, end + 2);
            boolean pair = unit < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
            unit = pair ? Character.toCodePoint((char) unit, (char) low) : 0xfffd;
            end += 6;
        }
        out.addCodePoint(unit);
        return end;
    }

    private static int hex(JsonText text, int i) {
        int n = 0;
        for (int j = i; j < i + 4; j++) {
            int digit = Character.digit(text.at(j), 16);
            if (digit < 0) {
                return 0;
            }
            n = n << 4 | digit;
        }
        return n;
    }

    /**
     * Adds {@code text} as a JSON string with its quotes. What is not UTF-8 becomes U+FFFD.
     *
     * @param html whether {@code <}, {@code >}, {@code &} are escaped too
     */
    static void quote(JsonTextBuilder out, JsonText text, boolean html) {
        out.add('"');
        String chars = text.utf8();
        for (int i = 0; i < chars.length(); ) {
            int c = chars.codePointAt(i);
            i += Character.charCount(c);
            int named = "\"\\\b\f\n\r\t".indexOf(c);
            if (named >= 0) {
                out.add('\\').add("\"\\bfnrt".charAt(named));
            } else if (c < ' ' || c == 0x2028 || c == 0x2029 || (html && (c == '<' || c == '>' || c == '&'))) {
                out.add("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.add(HEX.charAt(c >> shift & 0xf));
                }
            } else {
                out.addCodePoint(c);
            }
        }
        out.add('"');
    }
}
