package dev.eso4j.template.functions.encoding;

import dev.eso4j.template.format.Quoting;
import dev.eso4j.template.value.Bytes;
import java.util.Locale;

/** Pairs of hexadecimal digits, in either case. */
final class HexText {
    private HexText() {}

    static String decode(String text) {
        StringBuilder bytes = new StringBuilder(text.length() / 2);
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new CorruptTextException("not a hexadecimal digit at byte " + i, goText(text.charAt(i)));
            }
            if (i % 2 == 0) {
                bytes.append((char) digit);
            } else {
                bytes.setCharAt(i / 2, (char) (bytes.charAt(i / 2) << 4 | digit));
            }
        }
        if (text.length() % 2 != 0) {
            throw new CorruptTextException("an odd number of digits", "encoding/hex: odd length hex string");
        }
        return bytes.toString();
    }

    private static String goText(char bad) {
        StringBuilder text = new StringBuilder("encoding/hex: invalid byte: ");
        text.append(String.format(Locale.ROOT, "U+%04X", (int) bad));
        if (Quoting.printable(bad)) {
            text.append(" '");
            Bytes.append(text, bad);
            text.append('\'');
        }
        return text.toString();
    }
}
