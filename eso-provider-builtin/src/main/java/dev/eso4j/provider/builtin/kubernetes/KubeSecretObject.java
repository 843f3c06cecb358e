package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.provider.kit.JsonObjectMembers;
import dev.eso4j.provider.kit.JsonPath;
import dev.eso4j.provider.kit.JsonSecret;
import dev.eso4j.provider.kit.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data of a Secret. Immutable. */
final class KubeSecretObject implements RemoteObject {
    private final String name;
    private final Map<String, SecretValue> data;

    KubeSecretObject(String name, Map<String, SecretValue> data) {
        this.name = name;
        this.data = data;
    }

    /** Returns all data as one JSON object of strings. */
    @Override
    public SecretValue value() {
        return JsonSecret.print("Secret " + name, data);
    }

    /** Returns the value of a key; otherwise what is up to the first dot is the key, and the rest a path into its JSON. */
    @Override
    public SecretValue property(String property) {
        return part(property)
                .orElseThrow(() -> new InvalidRequestException(
                        "property \"" + property + "\" does not exist in Secret " + name,
                        "use one of its keys, or key.path for a part of a JSON value"));
    }

    private Optional<SecretValue> part(String property) {
        SecretValue whole = data.get(property);
        if (whole != null) {
            return Optional.of(whole);
        }
        int dot = property.indexOf('.');
        if (dot <= 0 || dot == property.length() - 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(data.get(property.substring(0, dot)))
                .flatMap(json -> JsonPath.of(property.substring(dot + 1)).find(json))
                .map(JsonValue::text);
    }

    /**
     * Returns the data, or the members of a JSON object in it. Members are printed as JSON, so strings keep their quotes:
     * manifests have adapted to it.
     */
    @Override
    public Map<String, SecretValue> entries(@Nullable String property) {
        if (property == null) {
            return data;
        }
        return JsonObjectMembers.encoded(property(property))
                .orElseThrow(() -> new MalformedException(
                        "property \"" + property + "\" of Secret " + name + " is not a JSON object",
                        "store a JSON object there, or extract without property to get the keys"));
    }

    @Override
    public int size() {
        return data.entrySet().stream()
                .mapToInt(e -> e.getKey().length() + e.getValue().size())
                .sum();
    }

    @Override
    public String toString() {
        return "KubeSecretObject[" + name + ", keys " + data.keySet() + "]";
    }
}
