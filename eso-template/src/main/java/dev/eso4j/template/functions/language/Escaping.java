package dev.eso4j.template.functions.language;

import dev.eso4j.template.format.Quoting;
import dev.eso4j.template.value.Bytes;
import java.util.Locale;

/** Texts made safe for HTML, JavaScript and the query of a URL. */
final class Escaping {
    private Escaping() {}

    static String html(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 0 -> Bytes.append(out, Bytes.INVALID);
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static String js(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            long rune = Bytes.rune(text, i);
            int point = Bytes.codePoint(rune);
            if (point == '\\' || point == '\'' || point == '"') {
                out.append('\\').append((char) point);
            } else if (point < ' ' || "<>&=".indexOf(point) >= 0 || point >= 0x80 && !Quoting.printable(point)) {
                out.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                out.append(text, i, i + Bytes.width(rune));
            }
            i += Bytes.width(rune);
        }
        return out.toString();
    }

    static String query(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0) {
                out.append(c);
            } else if (c == ' ') {
                out.append('+');
            } else {
                out.append('%').append("0123456789ABCDEF".charAt(c >> 4)).append("0123456789ABCDEF".charAt(c & 15));
            }
        }
        return out.toString();
    }
}
