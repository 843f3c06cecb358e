package dev.eso4j.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.template.format.Floats;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.yaml.YamlReader;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.limit.LimitExceededException;
import dev.eso4j.template.limit.Limits;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a template rendered as YAML, with the rules that users' templates have adapted to: the first document, the words and numbers
 * of YAML 1.1 ({@code yes} is true, {@code 0123} is 83), the last of several equal keys.
 *
 * <p>Stateless; all methods are thread-safe and bounded by {@link Limits#STANDARD}. A {@link GoYamlException} never contains a part of the
 * text.
 */
public final class GoYaml {
    private static final double LONG_RANGE = 0x1p63;
    private static final double WRITTEN_OUT = 1e21;

    private GoYaml() {}

    /**
     * The text of each key of a mapping; numbers and bools as Go prints them, null as the empty text. An empty document has no keys.
     *
     * @return in the order of the keys' bytes
     * @throws GoYamlException if it is not YAML, no mapping, or has a value that is a list or a mapping
     */
    public static Map<String, byte[]> texts(byte[] yaml) {
        return bounded(budget -> {
            Object root = read(yaml, budget);
            if (root != null && !(root instanceof GoMap)) {
                throw new GoYamlException(
                        "the document is a " + kind(root) + "; it must be a mapping of keys to texts");
            }
            Map<String, byte[]> texts = new LinkedHashMap<>();
            if (root instanceof GoMap map) {
                for (String key : map.keys(budget)) {
                    texts.put(Bytes.decode(key), text(map.get(key)));
                }
            }
            return texts;
        });
    }

    /**
     * The value of a document as Jackson would bind it: maps, lists, {@code String}, {@code Long}, {@code Double}, {@code Boolean}, null.
     * A number without a fraction is a {@code Long}, or a {@code BigInteger} from 2^63 to 10^21.
     *
     * @throws GoYamlException if it is not YAML, or holds what JSON cannot
     */
    public static @Nullable Object tree(byte[] yaml) {
        return bounded(budget -> plain(read(yaml, budget), budget));
    }

    private static <T extends @Nullable Object> T bounded(Function<Budget, T> reading) {
        try {
            return reading.apply(new Budget(Limits.STANDARD));
        } catch (FunctionException | LimitExceededException e) {
            String reason = String.valueOf(e.getMessage());
            throw new GoYamlException(reason.startsWith("yaml: ") ? reason.substring(6) : reason);
        }
    }

    private static @Nullable Object read(byte[] yaml, Budget budget) {
        Object value = YamlReader.read(Bytes.of(yaml), budget);
        if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            throw new GoYamlException("JSON has no infinity and no not-a-number");
        }
        return value;
    }

    private static byte[] text(@Nullable Object value) {
        if (value instanceof GoMap || value instanceof GoList) {
            throw new GoYamlException("the value of a key is a " + kind(value)
                    + "; it must be a text, so render it with toJson or quote it");
        }
        if (value == null) {
            return new byte[0];
        }
        if (value instanceof String text) {
            return Bytes.toArray(text);
        }
        String text = value instanceof Double number
                ? Floats.shortest(number.floatValue())
                : value instanceof GoInt number ? Long.toUnsignedString(number.value()) : value.toString();
        return text.getBytes(UTF_8);
    }

    private static @Nullable Object plain(@Nullable Object value, Budget budget) {
        if (value instanceof GoMap map) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (String key : map.keys(budget)) {
                members.put(Bytes.decode(key), plain(map.get(key), budget));
            }
            return members;
        } else if (value instanceof GoList list) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            for (Object element : list.toArray()) {
                elements.add(plain(element, budget));
            }
            return elements;
        } else if (value instanceof String text) {
            return Bytes.decode(text);
        } else if (value instanceof GoInt number) {
            return number(Double.parseDouble(Long.toUnsignedString(number.value())));
        } else if (value instanceof Double number) {
            return number(number);
        }
        return value;
    }

    /** As it would be written: without an exponent where Go has none. */
    private static Number number(double number) {
        if (number != Math.rint(number) || Math.abs(number) >= WRITTEN_OUT) {
            return number;
        }
        return Math.abs(number) < LONG_RANGE
                ? (Number) (long) number
                : new BigDecimal(Double.toString(number)).toBigInteger();
    }

    private static String kind(Object value) {
        return value instanceof GoMap ? "mapping" : value instanceof GoList ? "list" : "scalar";
    }
}
