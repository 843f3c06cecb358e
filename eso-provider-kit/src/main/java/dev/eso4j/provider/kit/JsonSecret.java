package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import java.util.Map;
import java.util.TreeMap;

/** Prints the keys and values of a Secret as one JSON object. */
public final class JsonSecret {
    private JsonSecret() {}

    /**
     * Returns the JSON object with every value as a string, sorted by key, without blanks, and with only those escapes
     * that JSON demands.
     *
     * @param name what the data belongs to, as messages call it
     * @throws InvalidRequestException if a value is not UTF-8 text, for JSON would damage it
     */
    public static SecretValue print(String name, Map<String, SecretValue> data) {
        JsonTextBuilder out = new JsonTextBuilder(256).add('{');
        for (Map.Entry<String, SecretValue> entry : new TreeMap<>(data).entrySet()) {
            JsonText value = JsonText.of(entry.getValue().bytes());
            if (!value.isUtf8()) {
                throw new InvalidRequestException(
                        "key \"" + entry.getKey() + "\" of " + name
                                + " is not UTF-8 text, so the whole cannot be one JSON object",
                        "name single keys instead of the whole");
            }
            if (out.length() > 1) {
                out.add(',');
            }
            JsonStrings.quote(out, JsonText.of(entry.getKey()), false);
            out.add(':');
            JsonStrings.quote(out, value, false);
        }
        return out.add('}').build().toValue();
    }

    /** Returns the JSON object of labels or annotations, sorted by name. */
    public static SecretValue printTexts(Map<String, String> texts) {
        Map<String, SecretValue> values = new TreeMap<>();
        texts.forEach((name, text) -> values.put(name, SecretValue.of(text)));
        return print("metadata", values);
    }
}
