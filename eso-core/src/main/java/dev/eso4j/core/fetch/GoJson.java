package dev.eso4j.core.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints JSON as Go's encoding/json does: compact, members sorted, numbers without exponent and with their digits kept,
 * control characters as Go escapes them and, unless told otherwise, {@code < > &} escaped as well.
 */
final class GoJson {
    /** More than any number that the existing operator can read has. */
    private static final int MOST_DIGITS = 350;

    private GoJson() {}

    static void write(JsonNode node, StringBuilder out, boolean escapeHtml) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
            out.append('{');
            String separator = "";
            for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
                out.append(separator);
                separator = ",";
                string(member.getKey(), out, escapeHtml);
                out.append(':');
                write(member.getValue(), out, escapeHtml);
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            Iterator<JsonNode> elements = node.elements();
            while (elements.hasNext()) {
                write(elements.next(), out, escapeHtml);
                if (elements.hasNext()) {
                    out.append(',');
                }
            }
            out.append(']');
        } else if (node.isTextual()) {
            string(node.textValue(), out, escapeHtml);
        } else if (node.isNumber()) {
            out.append(number(node));
        } else {
            out.append(node.asText());
        }
    }

    /** Integers keep all digits, which the existing operator loses beyond 2^53. */
    static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asText();
        }
        BigDecimal value = node.decimalValue();
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
            // Eleven characters can ask for a gigabyte of zeros.
            throw new FetchException("merge failed with a number too large or too small to be written without exponent;"
                    + " make it a text at the provider");
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Returns the text with U+FFFD for each half of a surrogate pair that has lost the other, as Go reads such escapes. */
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                StringBuilder out = new StringBuilder(text.length());
                text.codePoints()
                        .forEach(c -> out.appendCodePoint(c <= 0xffff && Character.isSurrogate((char) c) ? 0xfffd : c));
                return out.toString();
            }
        }
        return text;
    }

    private static void string(String given, StringBuilder out, boolean escapeHtml) {
        String text = whole(given);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20 || c == 0x2028 || c == 0x2029 || escapeHtml && (c == '<' || c == '>' || c == '&')) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
