package dev.eso4j.standalone.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of maps, lists and scalars as YAML that a person reads: texts of several lines as blocks, others as JSON. */
public final class ShownText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ShownText() {}

    /** Returns the YAML of a mapping. */
    public static String yaml(Map<String, ?> mapping) {
        StringBuilder text = new StringBuilder();
        block(mapping, "", text);
        return text.toString();
    }

    /** Returns bytes as the text that they are, or {@code null} if a terminal could not show that. */
    static @Nullable String of(byte[] value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return text.codePoints().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c))
                    ? text
                    : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    static String base64(byte[] value) {
        return Base64.getEncoder().encodeToString(value);
    }

    private static void block(Map<?, ?> map, String indent, StringBuilder text) {
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            text.append(indent)
                    .append(name.matches("[A-Za-z][-A-Za-z0-9_]*") && !word(name) ? name : json(name))
                    .append(':');
            member(value, indent + "  ", text);
        });
    }

    /** What YAML 1.1 takes for a boolean or for nothing. */
    private static boolean word(String name) {
        return name.matches("(?i)y|n|yes|no|on|off|true|false|null");
    }

    private static void member(@Nullable Object value, String indent, StringBuilder text) {
        if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            text.append('\n');
            block(inner, indent, text);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            for (Object item : list) {
                item(item, indent, text);
            }
        } else if (value instanceof String string && readsAsBlock(string)) {
            text.append(string.endsWith("\n") ? " |\n" : " |-\n");
            string.lines()
                    .forEach(line -> text.append(line.isEmpty() ? "" : indent)
                            .append(line)
                            .append('\n'));
        } else {
            text.append(' ').append(json(value)).append('\n');
        }
    }

    private static void item(@Nullable Object item, String indent, StringBuilder text) {
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            StringBuilder inner = new StringBuilder();
            block(map, indent + "  ", inner);
            text.append(indent).append("- ").append(inner.substring(indent.length() + 2));
        } else {
            text.append(indent).append("- ").append(json(item)).append('\n');
        }
    }

    private static boolean readsAsBlock(String text) {
        return text.indexOf('\n') >= 0
                && text.indexOf('\r') < 0
                && !text.endsWith("\n\n")
                && !text.startsWith(" ")
                && !text.startsWith("\t")
                && !text.startsWith("\n")
                // Separators of lines that YAML may fold, and the byte order mark.
                && text.chars().noneMatch(c -> c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff)
                && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank());
    }

    /** JSON on one line, which is YAML as well. */
    private static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps, lists and scalars is always JSON", e);
        }
    }
}
