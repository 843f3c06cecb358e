package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.SecretValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What templates see as {@code remoteRef}.
 *
 * <p>Each operation has its own names, by which manifests tell reading from pushing; a template that prints one which the
 * operation does not have sees all of them.
 */
final class RemoteRef {
    static final String NAME = "remoteRef";
    private static final String NAMESPACE = "namespace";

    /** What each try sees; without an object where there is none. */
    private final List<Map<String, Object>> tries;

    private RemoteRef(List<Map<String, Object>> tries) {
        this.tries = tries;
    }

    /** Of a generator, which asks for nothing in particular. */
    static RemoteRef none() {
        return new RemoteRef(List.of());
    }

    static RemoteRef reading(String key, @Nullable String version, @Nullable String property, String namespace) {
        return new RemoteRef(List.of(read(key, version, property, namespace)));
    }

    static RemoteRef looking(String key, @Nullable String property, String namespace) {
        Map<String, Object> all = read(key, null, property, namespace);
        all.put("remoteKey", key);
        all.put("secretKey", "");
        return new RemoteRef(List.of(read(key, null, property, namespace), all));
    }

    static RemoteRef deleting(String key, @Nullable String property, String namespace) {
        return new RemoteRef(List.of(
                Map.of("remoteKey", key),
                looking(key, property, namespace).tries.get(1)));
    }

    static RemoteRef pushing(
            String key, @Nullable String property, @Nullable String secretKey, SecretValue value, String namespace) {
        Map<String, Object> usual = new LinkedHashMap<>();
        usual.put(key, value.bytes());
        usual.put("remoteKey", key);
        if (secretKey != null && !secretKey.isEmpty()) {
            usual.put("secretKey", secretKey);
        }
        Map<String, Object> all = read(key, null, property, namespace);
        all.put("secretKey", "");
        all.put("value", value.bytes());
        all.putAll(usual);
        return new RemoteRef(List.of(usual, all));
    }

    private static Map<String, Object> read(
            String key, @Nullable String version, @Nullable String property, String namespace) {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("key", key);
        names.put("version", Objects.requireNonNullElse(version, ""));
        names.put("property", Objects.requireNonNullElse(property, ""));
        names.put(NAMESPACE, namespace);
        return names;
    }

    /** Returns the data of templates, the usual first; {@code escaped} as addresses need it. */
    List<Map<String, ?>> data(Map<String, Map<String, byte[]>> secrets, boolean escaped) {
        return tries.isEmpty()
                ? List.of(secrets)
                : tries.stream()
                        .<Map<String, ?>>map(each -> with(secrets, each, escaped))
                        .toList();
    }

    private static Map<String, ?> with(
            Map<String, Map<String, byte[]>> secrets, Map<String, Object> names, boolean escaped) {
        Map<String, Object> data = new LinkedHashMap<>(secrets);
        Map<String, Object> values = new LinkedHashMap<>();
        names.forEach((name, value) ->
                values.put(name, escaped && !name.equals(NAMESPACE) ? AddressText.escaped(value) : value));
        data.put(NAME, values);
        return data;
    }

    @Override
    public String toString() {
        return "RemoteRef";
    }
}
