package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import org.jspecify.annotations.Nullable;

/**
 * A value that a {@link JsonPath} found, as the slice of the source text in which it stands.
 *
 * <p>Immutable. {@link #toString} says the kind only.
 */
public final class JsonValue {
    private final JsonKind kind;
    private final JsonText raw;

    JsonValue(JsonKind kind, JsonText raw) {
        this.kind = kind;
        this.raw = raw;
    }

    /** Returns the first value in {@code text}, a container with all that follows it, or {@code null}. */
    static @Nullable JsonValue first(JsonText text) {
        for (int i = 0; i < text.length(); i++) {
            JsonKind kind = JsonScan.kindAt(text, i);
            if (kind != null) {
                int end = kind.container() ? text.length() : JsonScan.end(text, kind, i);
                return new JsonValue(kind, text.slice(i, end));
            }
            if (text.at(i) > ' ') {
                return null;
            }
        }
        return null;
    }

    JsonKind kind() {
        return kind;
    }

    JsonText rawText() {
        return raw;
    }

    /** Returns whether the value is an object. */
    public boolean isObject() {
        return kind == JsonKind.OBJECT;
    }

    /** Returns whether the value is {@code null}. */
    public boolean isNull() {
        return kind == JsonKind.NULL;
    }

    /** Returns the source text of the value, byte for byte. */
    public SecretValue source() {
        return raw.toValue();
    }

    /**
     * Returns the value as a secret has it: the text of a string, the digits of an integer, any other number as plain
     * decimal, {@code true} or {@code false}, nothing for {@code null}, and the source text of objects and arrays.
     */
    public SecretValue text() {
        return plain().toValue();
    }

    JsonText plain() {
        return switch (kind) {
            case STRING -> JsonStrings.unescape(inner());
            case NUMBER -> JsonNumbers.integer(raw) ? raw : JsonText.of(JsonNumbers.plain(raw));
            case TRUE -> JsonText.of("true");
            case FALSE -> JsonText.of("false");
            case NULL -> JsonText.EMPTY;
            default -> raw;
        };
    }

    /** Returns a string's source without its quotes. */
    private JsonText inner() {
        int end = raw.length() > 1 && raw.endsWith('"') ? raw.length() - 1 : raw.length();
        return raw.slice(1, end);
    }

    @Override
    public String toString() {
        return "JsonValue[" + kind + "]";
    }
}
