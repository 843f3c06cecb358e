package dev.eso4j.template.functions.keys;

import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.value.Bytes;
import java.util.Map;
import java.util.TreeMap;

/** A block of PEM: its label and headers, as bytes, and what is in it. Immutable. */
public final class PemBlock {
    private static final int LINE = 64;
    private static final String FIRST_HEADER = "Proc-Type";

    private final String label;
    private final Map<String, String> headers;
    private final byte[] content;

    PemBlock(String label, Map<String, String> headers, byte[] content) {
        this.label = label;
        this.headers = headers;
        this.content = content;
    }

    /** A block without headers. */
    public static PemBlock of(String label, byte[] content) {
        return new PemBlock(label, Map.of(), content.clone());
    }

    public String label() {
        return label;
    }

    public byte[] content() {
        return content.clone();
    }

    /** The block as text, with a line feed at its end. */
    public String text() {
        StringBuilder text = new StringBuilder("-----BEGIN ").append(label).append("-----\n");
        Map<String, String> rest = new TreeMap<>(headers);
        String first = rest.remove(FIRST_HEADER);
        if (first != null) {
            text.append(FIRST_HEADER).append(": ").append(first).append('\n');
        }
        rest.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        if (!headers.isEmpty()) {
            text.append('\n');
        }
        String base64 = Base64Text.encode(Bytes.of(content));
        for (int i = 0; i < base64.length(); i += LINE) {
            text.append(base64, i, Math.min(i + LINE, base64.length())).append('\n');
        }
        return text.append("-----END ").append(label).append("-----\n").toString();
    }

    @Override
    public String toString() {
        return "a block of PEM";
    }
}
