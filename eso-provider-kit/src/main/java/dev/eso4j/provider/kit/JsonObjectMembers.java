package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes JSON objects apart into the key/value pairs of a secret.
 *
 * <p>There are several families, which differ in what becomes of members that are not strings. Of members with one name the last counts, and a document that is {@code null} has no members. The order is that of the document; one with more than 100,000 members is an InvalidRequestException. All methods are thread-safe.
 */
public final class JsonObjectMembers {
    /** More than any Secret can hold; each costs more memory than its text. */
    private static final int MOST = 100_000;

    private JsonObjectMembers() {}

    /**
     * Returns the members; strings as their text, {@code null} as nothing, and numbers, booleans, objects and arrays as their source text. Empty if the document is not a
     * JSON object.
     */
    public static Optional<Map<String, SecretValue>> raw(SecretValue document) {
        return members(document, JsonObjectMembers::source);
    }

    /**
     * Returns the members; strings as their text, {@code null} as nothing, numbers as plain decimals with all their digits, objects and arrays as compact JSON with
     * sorted names in which {@code <}, {@code >} and {@code &} are escaped. Empty if the document is not a JSON object.
     */
    public static Optional<Map<String, SecretValue>> values(SecretValue document) {
        return members(document, JsonCanonical::value);
    }

    /** Returns one JSON value as {@link #values} has a member. Empty if the document is not JSON. */
    public static Optional<SecretValue> value(SecretValue document) {
        JsonText text = JsonText.of(document.bytes()).trim();
        JsonValue root = JsonValue.first(text);
        return root == null || !JsonValidator.valid(text) ? Optional.empty() : Optional.of(JsonCanonical.value(root));
    }

    /**
     * Returns the members, each printed as compact JSON with sorted names in which {@code <}, {@code >} and {@code &} are
     * escaped; strings keep their quotes, and {@code null} is {@code null}. Empty if the document is not a JSON object.
     */
    public static Optional<Map<String, SecretValue>> encoded(SecretValue document) {
        return members(document, JsonCanonical::encoded);
    }

    private static Optional<Map<String, SecretValue>> members(
            SecretValue document, Function<JsonValue, SecretValue> decoder) {
        JsonText text = JsonText.of(document.bytes()).trim();
        JsonValue root = JsonValue.first(text);
        if (root == null || !JsonValidator.valid(text) || !(root.isObject() || root.isNull())) {
            return Optional.empty();
        }
        Map<String, SecretValue> members = new LinkedHashMap<>();
        if (root.isObject()) {
            JsonMembers.forEach(root, (name, value) -> {
                if (name != null) {
                    if (members.size() == MOST) {
                        throw new InvalidRequestException(
                                "the JSON object has more than " + MOST + " members", "read single properties of it");
                    }
                    members.put(name.plain().utf8(), decoder.apply(value));
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
