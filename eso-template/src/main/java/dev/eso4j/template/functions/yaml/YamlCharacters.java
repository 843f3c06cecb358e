package dev.eso4j.template.functions.yaml;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Which characters YAML may hold, and how the bytes of a document become such. */
final class YamlCharacters {
    private YamlCharacters() {}

    /**
     * The characters of a document in UTF-8, or in UTF-16 with a mark. What breaks lines in YAML 1.1 becomes a line feed, which is what
     * the parser, one of YAML 1.2, takes for a break; upstream keeps the kind of two of them within quoted texts.
     */
    static String decode(String bytes) {
        String text;
        if (bytes.startsWith("\u00ff\u00fe")) {
            text = utf16(bytes, StandardCharsets.UTF_16LE);
        } else if (bytes.startsWith("\u00fe\u00ff")) {
            text = utf16(bytes, StandardCharsets.UTF_16BE);
        } else if (Bytes.valid(bytes)) {
            text = Bytes.decode(bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes);
        } else {
            throw new FunctionException("yaml: invalid UTF-8");
        }
        if (any(text, YamlCharacters::refused)) {
            throw new FunctionException("yaml: control characters are not allowed");
        }
        return text.replace('\u0085', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
    }

    private static String utf16(String bytes, Charset charset) {
        return new String(Bytes.toArray(bytes.substring(2)), charset);
    }

    /** Whether a text has such a character. */
    static boolean any(String text, IntPredicate such) {
        // A plain loop, since this runs for every character and mostly under the first compiler.
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (such.test(point)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character makes a document invalid wherever it stands. */
    static boolean refused(int point) {
        return point < ' ' && point != '\t' && point != '\n' && point != '\r'
                || point >= 0x7F && point <= 0x9F && point != 0x85
                || point >= 0xD800 && point <= 0xDFFF
                || point == 0xFFFE
                || point == 0xFFFF;
    }

    /** Whether the emitter writes a character as it is. */
    static boolean printable(int point) {
        return point == '\n'
                || point >= ' ' && point <= '~'
                || point >= 0xA0 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD && point != 0xFEFF;
    }

    static boolean lineBreak(int point) {
        return point == '\r' || point == '\n' || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    static boolean blank(int point) {
        return point == ' ' || point == '\t';
    }
}
