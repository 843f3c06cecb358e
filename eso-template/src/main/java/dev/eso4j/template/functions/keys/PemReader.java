package dev.eso4j.template.functions.keys;

import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.functions.encoding.CorruptTextException;
import dev.eso4j.template.value.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds one block of PEM after the other, as forgiving and as strict as Go: text between blocks is skipped. */
public final class PemReader {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "\n-----END ";
    private static final String DASHES = "-----";

    private final String text;
    private int rest;

    public PemReader(String text) {
        this.text = text;
    }

    /** What is before the first thing that looks like a beginning, cut off. */
    public static String withoutJunkBefore(String text) {
        int begin = text.indexOf("-----BEGIN");
        return begin < 0 ? text : text.substring(begin);
    }

    /** All blocks. */
    public static List<PemBlock> all(String text) {
        PemReader reader = new PemReader(text);
        List<PemBlock> blocks = new ArrayList<>();
        for (PemBlock block = reader.next(); block != null; block = reader.next()) {
            blocks.add(block);
        }
        return blocks;
    }

    /** What has not been read yet. */
    public String rest() {
        return text.substring(rest);
    }

    /** The next block; null if there is none, and then nothing is read. */
    public @Nullable PemBlock next() {
        int from = rest;
        int end = text.indexOf(END, from);
        while (end >= 0) {
            PemBlock block = block(from, end);
            if (block != null) {
                return block;
            }
            from = end + END.length();
            end = text.indexOf(END, from);
        }
        return null;
    }

    /** The block between the last beginning behind {@code from} and the end at {@code end}, null if it is none. */
    private @Nullable PemBlock block(int from, int end) {
        int begin = text.lastIndexOf(BEGIN, end - BEGIN.length());
        if (begin < from || begin > from && text.charAt(begin - 1) != '\n') {
            return null;
        }
        int at = begin + BEGIN.length();
        String first = line(at);
        if (!first.endsWith(DASHES)) {
            return null;
        }
        String label = first.substring(0, first.length() - DASHES.length());
        Map<String, String> headers = new LinkedHashMap<>();
        at = lineEnd(at);
        for (String line = line(at); line.indexOf(':') >= 0; line = line(at)) {
            int colon = line.indexOf(':');
            headers.put(trimmed(line.substring(0, colon)), trimmed(line.substring(colon + 1)));
            at = lineEnd(at);
        }
        // Without headers the end may follow at once, its line feed being that of the first line.
        if (at > (headers.isEmpty() ? end + 1 : end)) {
            return null;
        }
        int trailer = end + END.length();
        String closing = label + DASHES;
        if (!text.startsWith(closing, trailer)
                || !line(trailer + closing.length()).isEmpty()) {
            return null;
        }
        try {
            String body = at < end ? text.substring(at, end) : "";
            String content = Base64Text.decode(body.replace(" ", "").replace("\t", ""));
            rest = lineEnd(trailer);
            return new PemBlock(label, headers, Bytes.toArray(content));
        } catch (CorruptTextException e) {
            return null;
        }
    }

    /** The rest of the line, without blanks at its end. */
    private String line(int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            end = text.length();
        } else if (end > from && text.charAt(end - 1) == '\r') {
            end--;
        }
        while (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        return text.substring(Math.min(from, end), end);
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static String trimmed(String bytes) {
        return Bytes.encode(Bytes.decode(bytes).strip());
    }
}
