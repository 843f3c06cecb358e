package dev.eso4j.core.fetch;

import dev.eso4j.api.SecretValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns names of remote objects and properties into keys that a Secret may have. */
final class Keys {
    private static final int MAX = 253;

    private Keys() {}

    /** Returns the map with each key converted; two keys that become the same are an error. */
    static Map<String, SecretValue> convert(@Nullable String strategy, Map<String, SecretValue> map) {
        Map<String, SecretValue> out = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String converted = convert(strategy, key);
            if (out.put(converted, value) != null) {
                throw new FetchException("secret name collision during conversion: " + converted
                        + "; use rewrite to give the keys different names");
            }
        });
        return out;
    }

    /** Code points outside {@code [-._a-zA-Z0-9]} become {@code _}, or {@code _U002f_} with the Unicode strategy. */
    static String convert(@Nullable String strategy, String key) {
        boolean unicode = "Unicode".equals(strategy);
        StringBuilder out = new StringBuilder(key.length());
        key.codePoints().forEach(c -> {
            if (allowed(c)) {
                out.append((char) c);
            } else if (unicode) {
                out.append("_U").append(String.format("%04x", c)).append('_');
            } else {
                out.append('_');
            }
        });
        return out.toString();
    }

    /** Returns the map without its empty key, having checked that a Secret may have all others. */
    static Map<String, SecretValue> checked(Map<String, SecretValue> map) {
        for (String key : new TreeSet<>(map.keySet())) {
            if (key.length() > MAX) {
                throw new FetchException("key has length " + key.length() + " but max is " + MAX
                        + ": (following is truncated): " + key.substring(0, MAX)
                        + " (TIP: use rewrite to change keys)");
            }
            key.codePoints().filter(c -> !allowed(c)).findFirst().ifPresent(c -> {
                throw new FetchException("invalid secret keys (TIP: use rewrite or conversionStrategy to change keys):"
                        + " key has invalid character " + Character.toString(c)
                        + ", only alphanumeric, '-', '.' and '_' are allowed: " + key);
            });
            if (key.equals(".") || key.equals("..")) {
                throw new FetchException(
                        "invalid secret keys (TIP: use rewrite or conversionStrategy to change keys): \"" + key
                                + "\" is not allowed as a key");
            }
        }
        if (!map.containsKey("")) {
            return map;
        }
        Map<String, SecretValue> out = new LinkedHashMap<>(map);
        out.remove("");
        return out;
    }

    private static boolean allowed(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
    }
}
