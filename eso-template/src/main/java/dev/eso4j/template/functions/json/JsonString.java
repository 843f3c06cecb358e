package dev.eso4j.template.functions.json;

import dev.eso4j.template.format.Output;
import dev.eso4j.template.value.Bytes;

/** Strings of JSON, written. */
final class JsonString {
    private static final String HEX = "0123456789abcdef";

    private JsonString() {}

    /** Appends a text in quotes; invalid bytes become an escaped U+FFFD. */
    static void append(Output json, String text, boolean html) {
        json.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (plain(c, html)) {
                i++;
                continue;
            }
            json.append(text, done, i);
            if (c < 0x80) {
                ascii(json, c);
                done = ++i;
                continue;
            }
            long rune = Bytes.rune(text, i);
            int point = Bytes.codePoint(rune);
            if (!Bytes.valid(rune)) {
                json.append("\\ufffd");
            } else if (point == 0x2028 || point == 0x2029) {
                json.append("\\u202" + HEX.charAt(point & 15));
            } else {
                json.append(text, i, i + Bytes.width(rune));
            }
            i += Bytes.width(rune);
            done = i;
        }
        json.append(text, done, text.length());
        json.append('"');
    }

    private static boolean plain(char c, boolean html) {
        return c >= ' '
                && c < 0x80
                && switch (c) {
                    case '"', '\\' -> false;
                    case '<', '>', '&' -> !html;
                    default -> true;
                };
    }

    private static void ascii(Output json, char c) {
        switch (c) {
            case '"', '\\' -> json.append("\\" + c);
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                json.append("\\u00");
                json.append(HEX.charAt(c >> 4));
                json.append(HEX.charAt(c & 15));
            }
        }
    }
}
