package dev.eso4j.core.cluster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hashes by which a target and an ExternalSecret are recognised: lower-case hex of SHA3-224 over the text that Go's
 * {@code %+v} prints. The existing operator writes the same ones, so a cluster changes hands without a rewrite.
 *
 * <p>Keys are ordered by their bytes in UTF-8.
 */
public final class ObjectHash {
    private static final byte[][] DECIMALS = new byte[256][];
    /** To copy one is cheaper than to look among all providers for another. Never used itself. */
    private static final MessageDigest SHA3 = sha3();

    static {
        for (int i = 0; i < 256; i++) {
            DECIMALS[i] = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Most ExternalSecrets have neither. */
    private static final String NO_METADATA = rendered(null, null);

    private ObjectHash() {}

    private static MessageDigest sha3() {
        try {
            return MessageDigest.getInstance("SHA3-224");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA3-224", e);
        }
    }

    /** Returns the hash of the data of a Secret. */
    public static String ofData(Map<String, byte[]> data) {
        Rendering out = new Rendering();
        out.text("map[");
        boolean first = true;
        for (Map.Entry<String, byte[]> entry : sorted(data).entrySet()) {
            if (!first) {
                out.write(' ');
            }
            first = false;
            out.text(entry.getKey());
            out.text(":[");
            byte[] value = entry.getValue();
            for (int i = 0; i < value.length; i++) {
                if (i > 0) {
                    out.write(' ');
                }
                byte[] decimal = DECIMALS[value[i] & 0xff];
                out.write(decimal, 0, decimal.length);
            }
            out.write(']');
        }
        out.write(']');
        return out.hash();
    }

    /** Returns the hash of annotations and labels. */
    public static String ofMetadata(@Nullable Map<String, String> annotations, @Nullable Map<String, String> labels) {
        if ((annotations == null || annotations.isEmpty()) && (labels == null || labels.isEmpty())) {
            return NO_METADATA;
        }
        return rendered(annotations, labels);
    }

    private static String rendered(@Nullable Map<String, String> annotations, @Nullable Map<String, String> labels) {
        Rendering out = new Rendering();
        out.text("{annotations:");
        out.map(annotations);
        out.text(" labels:");
        out.map(labels);
        out.write('}');
        return out.hash();
    }

    /** Returns the hash of a text. */
    public static String ofText(String text) {
        Rendering out = new Rendering();
        out.text(text);
        return out.hash();
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        SortedMap<String, V> sorted = new TreeMap<>(ObjectHash::compareUtf8);
        sorted.putAll(map);
        return sorted;
    }

    /** UTF-16 order differs from byte order only where surrogates meet U+E000 and above. */
    private static int compareUtf8(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean xs = Character.isSurrogate(x);
                boolean ys = Character.isSurrogate(y);
                return xs == ys ? Character.compare(x, y) : xs ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static final class Rendering extends ByteArrayOutputStream {
        Rendering() {
            super(256);
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            write(bytes, 0, bytes.length);
        }

        void map(@Nullable Map<String, String> map) {
            text("map[");
            if (map != null) {
                boolean first = true;
                for (Map.Entry<String, String> entry : sorted(map).entrySet()) {
                    if (!first) {
                        write(' ');
                    }
                    first = false;
                    text(entry.getKey());
                    write(':');
                    text(entry.getValue());
                }
            }
            write(']');
        }

        String hash() {
            try {
                MessageDigest digest = (MessageDigest) SHA3.clone();
                digest.update(buf, 0, count);
                java.util.Arrays.fill(buf, 0, count, (byte) 0);
                return HexFormat.of().formatHex(digest.digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("SHA3-224 of this Java runtime cannot be copied", e);
            }
        }
    }
}
