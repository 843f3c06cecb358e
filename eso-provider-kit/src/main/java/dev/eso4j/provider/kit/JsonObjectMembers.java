package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes JSON objects apart into the key/value pairs of a secret.
 *
 * <p>There are two families, which differ in what becomes of members that are not strings. In both, a string gives its
 * text, {@code null} gives an empty value, of members with one name the last counts, and a document that is {@code null}
 * has no members. The order is that of the document. All methods are thread-safe.
 */
public final class JsonObjectMembers {
    private JsonObjectMembers() {}

    /**
     * Returns the members; numbers, booleans, objects and arrays as their source text. Empty if the document is not a
     * JSON object.
     */
    public static Optional<Map<String, SecretValue>> raw(SecretValue document) {
        return members(document, false);
    }

    /**
     * Returns the members; numbers as plain decimals with all their digits, objects and arrays as compact JSON with
     * sorted names in which {@code <}, {@code >} and {@code &} are escaped. Empty if the document is not a JSON object.
     */
    public static Optional<Map<String, SecretValue>> values(SecretValue document) {
        return members(document, true);
    }

    private static Optional<Map<String, SecretValue>> members(SecretValue document, boolean converted) {
        JsonText text = JsonText.of(document.bytes()).trim();
        JsonValue root = JsonValue.first(text);
        if (root == null || !JsonValidator.valid(text) || !(root.isObject() || root.isNull())) {
            return Optional.empty();
        }
        Map<String, SecretValue> members = new LinkedHashMap<>();
        if (root.isObject()) {
            JsonMembers.forEach(root, (name, value) -> {
                if (name != null) {
                    members.put(name.plain().utf8(), converted ? JsonCanonical.value(value) : source(value));
                }
            });
        }
        return Optional.of(Collections.unmodifiableMap(members));
    }

    private static SecretValue source(JsonValue value) {
        return switch (value.kind()) {
            case STRING -> SecretValue.of(value.plain().utf8());
            case NULL -> SecretValue.empty();
            default -> value.source();
        };
    }
}
