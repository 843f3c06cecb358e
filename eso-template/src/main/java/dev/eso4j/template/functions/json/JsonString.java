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
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(json, c, html);
                i++;
                continue;
            }
            long rune = Bytes.rune(text, i);
            int point = Bytes.codePoint(rune);
            if (!Bytes.valid(rune)) {
                json.append("\\ufffd");
            } else if (point == 0x2028 || point == 0x2029) {
                json.append("\\u202" + HEX.charAt(point & 15));
            } else {
                json.append(text.substring(i, i + Bytes.width(rune)));
            }
            i += Bytes.width(rune);
        }
        json.append('"');
    }

    private static void ascii(Output json, char c, boolean html) {
        switch (c) {
            case '"', '\\' -> json.append("\\" + c);
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ' || html && (c == '<' || c == '>' || c == '&')) {
                    json.append("\\u00" + HEX.charAt(c >> 4) + HEX.charAt(c & 15));
                } else {
                    json.append(c);
                }
            }
        }
    }
}
