package dev.eso4j.template.functions.language;

import dev.eso4j.template.format.Output;
import dev.eso4j.template.format.Quoting;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import java.util.Locale;

/** Texts made safe for HTML, JavaScript and the query of a URL. */
final class Escaping {
    private static final String DIGITS = "0123456789ABCDEF";

    private Escaping() {}

    static String html(String text, Budget budget) {
        Output out = new Output(budget);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 0 -> out.append("\u00ef\u00bf\u00bd");
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

    static String js(String text, Budget budget) {
        Output out = new Output(budget);
        for (int i = 0; i < text.length(); ) {
            long rune = Bytes.rune(text, i);
            int point = Bytes.codePoint(rune);
            if (point == '\\' || point == '\'' || point == '"') {
                out.append('\\');
                out.append((char) point);
            } else if (point < ' ' || "<>&=".indexOf(point) >= 0 || point >= 0x80 && !Quoting.printable(point)) {
                hex(out, point);
            } else {
                out.append(text.substring(i, i + Bytes.width(rune)));
            }
            i += Bytes.width(rune);
        }
        return out.toString();
    }

    /** At least four digits; a character beyond the first 65,536 gets as many as it needs, as in Go. */
    private static void hex(Output out, int point) {
        String digits = Integer.toHexString(point).toUpperCase(Locale.ROOT);
        out.append("\\u" + "0".repeat(Math.max(0, 4 - digits.length())) + digits);
    }

    static String query(String text, Budget budget) {
        Output out = new Output(budget);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0) {
                out.append(c);
            } else if (c == ' ') {
                out.append('+');
            } else {
                out.append('%');
                out.append(DIGITS.charAt(c >> 4));
                out.append(DIGITS.charAt(c & 15));
            }
        }
        return out.toString();
    }
}
