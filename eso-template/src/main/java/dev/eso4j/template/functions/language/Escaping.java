package dev.eso4j.template.functions.language;

import dev.eso4j.template.format.Output;
import dev.eso4j.template.format.Quoting;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;

/** Texts made safe for HTML, JavaScript and the query of a URL. */
final class Escaping {
    private static final String DIGITS = "0123456789ABCDEF";

    private Escaping() {}

    static String html(String text, Budget budget) {
        Output out = new Output(budget);
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String instead = switch (text.charAt(i)) {
                case 0 -> "\u00ef\u00bf\u00bd";
                case '"' -> "&#34;";
                case '\'' -> "&#39;";
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> "";
            };
            if (!instead.isEmpty()) {
                out.append(text, done, i);
                out.append(instead);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
        return out.toString();
    }

    static String js(String text, Budget budget) {
        Output out = new Output(budget);
        int done = 0;
        for (int i = 0; i < text.length(); ) {
            if (plain(text.charAt(i))) {
                i++;
                continue;
            }
            out.append(text, done, i);
            long rune = Bytes.rune(text, i);
            int point = Bytes.codePoint(rune);
            if (point == '\\' || point == '\'' || point == '"') {
                out.append('\\');
                out.append((char) point);
            } else if (point < ' ' || "<>&=".indexOf(point) >= 0 || point >= 0x80 && !Quoting.printable(point)) {
                hex(out, point);
            } else {
                out.append(text, i, i + Bytes.width(rune));
            }
            i += Bytes.width(rune);
            done = i;
        }
        out.append(text, done, text.length());
        return out.toString();
    }

    /** Whether JavaScript takes it as it is, in ASCII. */
    private static boolean plain(char c) {
        return c >= ' '
                && c < 0x80
                && switch (c) {
                    case '\\', '\'', '"', '<', '>', '&', '=' -> false;
                    default -> true;
                };
    }

    /** At least four digits; a character beyond the first 65,536 gets as many as it needs, as in Go. */
    private static void hex(Output out, int point) {
        out.append("\\u");
        int bits = Math.max(16, (Integer.SIZE - Integer.numberOfLeadingZeros(point) + 3) / 4 * 4);
        for (int shift = bits - 4; shift >= 0; shift -= 4) {
            out.append(DIGITS.charAt(point >>> shift & 15));
        }
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
