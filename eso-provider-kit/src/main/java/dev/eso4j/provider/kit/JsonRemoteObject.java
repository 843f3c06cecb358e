package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretsException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A remote object whose value is bytes, and whose properties are those of JSON in them.
 *
 * <p>By default a property with dots is tried {@linkplain PropertyOrder#LITERAL_FIRST as a name first}, entries are
 * decoded {@linkplain JsonObjectMembers#raw raw}, and a missing property is an {@link InvalidRequestException}.
 * Immutable and thread-safe; {@link #toString} shows no content.
 */
public final class JsonRemoteObject implements RemoteObject {
    private final String name;
    private final SecretValue value;
    private final PropertyOrder order;
    private final boolean converted;
    private final boolean missingIsNotFound;

    private JsonRemoteObject(
            String name, SecretValue value, PropertyOrder order, boolean converted, boolean missingIsNotFound) {
        this.name = name;
        this.value = value;
        this.order = order;
        this.converted = converted;
        this.missingIsNotFound = missingIsNotFound;
    }

    /** Returns the object {@code name}, as messages call it, with its value. */
    public static JsonRemoteObject of(String name, SecretValue value) {
        return new JsonRemoteObject(name, value, PropertyOrder.LITERAL_FIRST, false, false);
    }

    /** Returns the object with another treatment of properties with dots. */
    public JsonRemoteObject withOrder(PropertyOrder newOrder) {
        return new JsonRemoteObject(name, value, newOrder, converted, missingIsNotFound);
    }

    /** Returns the object with entries decoded as by {@link JsonObjectMembers#values}. */
    public JsonRemoteObject withConvertedEntries() {
        return new JsonRemoteObject(name, value, order, true, missingIsNotFound);
    }

    /** Returns the object with missing properties reported as if the object itself were missing. */
    public JsonRemoteObject withMissingPropertyNotFound() {
        return new JsonRemoteObject(name, value, order, converted, true);
    }

    @Override
    public SecretValue value() {
        return value;
    }

    @Override
    public SecretValue property(String property) {
        JsonText document = JsonText.of(value.bytes());
        Optional<JsonValue> found = switch (order) {
            case PATH_ONLY -> find(document, JsonPath.of(property));
            case LITERAL_FIRST ->
                find(document, JsonPath.ofDotted(property)).or(() -> find(document, JsonPath.of(property)));
            case PATH_THEN_LITERAL ->
                find(document, JsonPath.of(property)).or(() -> find(document, JsonPath.ofDotted(property)));
            case MEMBER_FIRST ->
                Optional.ofNullable(member(document, property)).or(() -> find(document, JsonPath.of(property)));
        };
        return found.orElseThrow(() -> missing(document, property)).text();
    }

    private static Optional<JsonValue> find(JsonText document, JsonPath path) {
        return Optional.ofNullable(path.find(document));
    }

    private static @Nullable JsonValue member(JsonText document, String member) {
        JsonValue root = JsonValue.first(document);
        JsonValue[] found = {null};
        if (root != null && root.isObject()) {
            JsonMembers.forEach(root, (each, candidate) -> {
                if (each != null && each.plain().utf8().equals(member)) {
                    found[0] = candidate;
                }
            });
        }
        return found[0];
    }

    @Override
    public Map<String, SecretValue> entries(@Nullable String property) {
        SecretValue part = property == null ? value : property(property);
        return (converted ? JsonObjectMembers.values(part) : JsonObjectMembers.raw(part))
                .orElseThrow(() -> new MalformedException(
                        (property == null ? "the value of " : "property \"" + property + "\" of ") + name
                                + " is not a JSON object",
                        "store a JSON object there, or read it with data instead of dataFrom.extract"));
    }

    private SecretsException missing(JsonText document, String property) {
        String message = "property \"" + property + "\" does not exist in " + name;
        if (missingIsNotFound) {
            return new NotFoundException(message, "add it to the remote value or correct remoteRef.property");
        }
        if (!JsonValidator.valid(document)) {
            return new MalformedException(
                    "the value of " + name + " is not JSON, so property \"" + property + "\" cannot be read from it",
                    "remove remoteRef.property or store JSON");
        }
        return new InvalidRequestException(message, "add it to the remote value or correct remoteRef.property");
    }

    @Override
    public int size() {
        return value.size();
    }

    @Override
    public String toString() {
        return "JsonRemoteObject[" + name + ", " + value.size() + " bytes]";
    }
}
