package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.provider.kit.JsonObjectMembers;
import dev.eso4j.provider.kit.JsonPath;
import dev.eso4j.provider.kit.JsonSecret;
import dev.eso4j.provider.kit.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The labels and annotations of a Secret. Immutable. */
final class KubeMetadataObject implements RemoteObject {
    private final String name;
    private final Map<String, Map<String, String>> maps;

    KubeMetadataObject(String name, Map<String, String> annotations, Map<String, String> labels) {
        this.name = name;
        this.maps = new LinkedHashMap<>();
        maps.put("annotations", annotations);
        maps.put("labels", labels);
    }

    /** Returns both maps as one JSON object; an empty one is {@code null}. */
    @Override
    public SecretValue value() {
        StringBuilder json = new StringBuilder();
        maps.forEach((kind, texts) -> json.append(json.isEmpty() ? '{' : ',')
                .append('"')
                .append(kind)
                .append("\":")
                .append(print(texts).utf8()));
        return SecretValue.of(json.append('}').toString());
    }

    private static SecretValue print(Map<String, String> texts) {
        return texts.isEmpty() ? SecretValue.of("null") : JsonSecret.printTexts(texts);
    }

    /**
     * Returns one of the maps as JSON, or one label or annotation, or a part of its JSON. Names have dots themselves, so
     * the longest name that fits counts and the rest is the path.
     */
    @Override
    public SecretValue property(String property) {
        int dot = property.indexOf('.');
        Map<String, String> texts = maps.get(dot < 0 ? property : property.substring(0, dot));
        Optional<SecretValue> found = Optional.empty();
        if (texts != null && !texts.isEmpty()) {
            found = dot < 0 ? Optional.of(print(texts)) : part(texts, property.substring(dot + 1));
        }
        return found.orElseThrow(() -> new InvalidRequestException(
                "property \"" + property + "\" does not exist in the metadata of Secret " + name,
                "use labels, annotations, labels.NAME or annotations.NAME"));
    }

    private static Optional<SecretValue> part(Map<String, String> texts, String rest) {
        String text = texts.get(rest);
        if (text != null) {
            return Optional.of(SecretValue.of(text));
        }
        for (int dot = rest.lastIndexOf('.'); dot > 0; dot = rest.lastIndexOf('.', dot - 1)) {
            String json = texts.get(rest.substring(0, dot));
            if (json != null) {
                return JsonPath.of(rest.substring(dot + 1))
                        .find(SecretValue.of(json))
                        .map(JsonValue::text);
            }
        }
        return Optional.empty();
    }

    /** Returns both maps as JSON by their names, or the members of a JSON object in them, printed as JSON. */
    @Override
    public Map<String, SecretValue> entries(@Nullable String property) {
        if (property == null) {
            Map<String, SecretValue> entries = new LinkedHashMap<>();
            maps.forEach((kind, texts) -> entries.put(kind, print(texts)));
            return entries;
        }
        return JsonObjectMembers.encoded(property(property))
                .orElseThrow(() -> new MalformedException(
                        "property \"" + property + "\" of the metadata of Secret " + name + " is not a JSON object",
                        "use labels or annotations"));
    }

    @Override
    public int size() {
        return maps.values().stream()
                .flatMap(texts -> texts.entrySet().stream())
                .mapToInt(e -> e.getKey().length() + e.getValue().length())
                .sum();
    }

    @Override
    public String toString() {
        return "KubeMetadataObject[" + name + "]";
    }
}
