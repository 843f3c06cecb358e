package dev.eso4j.template.functions.yaml;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.functions.encoding.CorruptTextException;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.Numerals;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a scalar is: YAML 1.1 as Go's parser understands it. */
final class YamlScalars {
    static final String PREFIX = "tag:yaml.org,2002:";

    /** Stands for null where null means that a text is a string. */
    private static final Object NULL = new Object();

    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
    private static final Map<String, Object> WORDS = words();

    private YamlScalars() {}

    private static Map<String, Object> words() {
        Map<String, Object> words = new HashMap<>();
        put(words, true, "y Y yes Yes YES true True TRUE on On ON");
        put(words, false, "n N no No NO false False FALSE off Off OFF");
        put(words, NULL, "~ null Null NULL");
        words.put("", NULL);
        put(words, Double.NaN, ".nan .NaN .NAN");
        put(words, Double.POSITIVE_INFINITY, ".inf .Inf .INF +.inf +.Inf +.INF");
        put(words, Double.NEGATIVE_INFINITY, "-.inf -.Inf -.INF");
        return words;
    }

    private static void put(Map<String, Object> words, Object value, String texts) {
        for (String text : texts.split(" ")) {
            words.put(text, value);
        }
    }

    /** Whether a text must be quoted because it would be read as something else than that text. */
    static boolean ambiguous(String text) {
        return special(text) != null || BASE_60.matcher(text).matches() || YamlTimestamps.valid(text);
    }

    /** The value of a plain scalar without a tag; strings are bytes. */
    static @Nullable Object plain(String text) {
        Object special = special(text);
        return special == null ? Bytes.encode(text) : special == NULL ? null : special;
    }

    /** The value of a scalar with an explicit tag. */
    static @Nullable Object tagged(String tag, String text) {
        String kind = tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : "";
        switch (kind) {
            case "binary" -> {
                return binary(text);
            }
            case "bool", "int", "float", "null", "timestamp" -> {
                return checked(kind, text);
            }
            default -> {
                return Bytes.encode(text);
            }
        }
    }

    private static String binary(String text) {
        try {
            return Base64Text.decode(Bytes.encode(text));
        } catch (CorruptTextException e) {
            throw new FunctionException("yaml: !!binary value contains invalid base64 data");
        }
    }

    private static @Nullable Object checked(String kind, String text) {
        Object value = special(text);
        if (kind.equals("timestamp") && YamlTimestamps.valid(text)) {
            return Bytes.encode(text);
        } else if (value == NULL && kind.equals("null")) {
            return null;
        } else if (value instanceof Boolean && kind.equals("bool")
                || value instanceof Double && kind.equals("float")
                || (value instanceof Long || value instanceof GoInt) && kind.equals("int")) {
            return value;
        } else if (value instanceof Long number && kind.equals("float")) {
            return number.doubleValue();
        } else if (value instanceof GoInt number && kind.equals("float")) {
            return Double.parseDouble(Long.toUnsignedString(number.value()));
        }
        throw new FunctionException("yaml: a value cannot be decoded as a !!" + kind);
    }

    private static @Nullable Object special(String text) {
        Object word = WORDS.get(text);
        if (word != null || text.isEmpty()) {
            return word;
        }
        char first = text.charAt(0);
        if (first == '.') {
            return Numerals.decimal(text);
        } else if (first == '+' || first == '-' || first >= '0' && first <= '9') {
            return number(text.replace("_", ""));
        }
        return null;
    }

    private static @Nullable Object number(String text) {
        Long signed = Numerals.integer(text);
        if (signed != null) {
            return signed;
        }
        Long unsigned = Numerals.unsigned(text);
        if (unsigned != null) {
            return GoInt.uint64(unsigned);
        }
        return FLOAT.matcher(text).matches() ? Numerals.decimal(text) : null;
    }
}
