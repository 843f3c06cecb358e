package dev.eso4j.standalone.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of it: a Secret, an object of another kind, or a text. Its {@code toString} shows keys only.
 *
 * @param object which object it is
 * @param type a Secret's type, if the manifest says one
 * @param immutable whether a Secret is frozen
 * @param metadata its labels and annotations
 * @param finalizers its finalizers
 * @param data a Secret's data; of another object the scalars of its content, by their paths
 * @param content what an object of another kind has beside its metadata; {@code null} for Secrets and texts
 * @param text the text; {@code null} for objects
 * @param previews what entries of the manifest come to, such as keys after a rewrite; without values
 */
public record Rendering(
        Identity object,
        @Nullable String type,
        boolean immutable,
        Metadata metadata,
        List<String> finalizers,
        Map<String, byte[]> data,
        @Nullable Map<String, @Nullable Object> content,
        byte @Nullable [] text,
        Map<String, List<String>> previews) {
    /**
     * Which object it is.
     *
     * @param apiVersion its apiVersion
     * @param kind its kind
     * @param namespace its namespace
     * @param name its name; of a text, that of its file
     */
    public record Identity(String apiVersion, String kind, String namespace, String name) {}

    /**
     * Labels and annotations, and those among them that stand in the manifest as they are, so that they may be shown.
     *
     * @param labels the labels
     * @param annotations the annotations
     * @param plainLabels what the manifest says of labels
     * @param plainAnnotations what the manifest says of annotations
     */
    public record Metadata(
            Map<String, String> labels,
            Map<String, String> annotations,
            Map<String, String> plainLabels,
            Map<String, String> plainAnnotations) {
        @Override
        public String toString() {
            return "Metadata[labels=" + labels.keySet() + ", annotations=" + annotations.keySet() + "]";
        }
    }

    static Rendering ofText(String name, byte[] text) {
        Metadata none = new Metadata(Map.of(), Map.of(), Map.of(), Map.of());
        return new Rendering(
                new Identity("", "Text", "", name), null, false, none, List.of(), Map.of(), null, text, Map.of());
    }

    /** Returns the object as a manifest that kubectl takes; of a Secret, texts as {@code stringData}. */
    public Map<String, Object> shown() {
        Map<String, Object> manifest = manifest(key -> key, new TreeMap<>(metadata.labels), metadata.annotations);
        if (content != null) {
            manifest.putAll(content);
            return manifest;
        }
        Map<String, Object> texts = new TreeMap<>();
        Map<String, Object> bytes = new TreeMap<>();
        data.forEach((key, value) -> {
            String readable = ShownText.of(value);
            if (readable == null) {
                bytes.put(key, ShownText.base64(value));
            } else {
                texts.put(key, readable);
            }
        });
        if (!bytes.isEmpty() || texts.isEmpty()) {
            manifest.put("data", bytes);
        }
        if (!texts.isEmpty()) {
            manifest.put("stringData", texts);
        }
        return manifest;
    }

    /** Returns the object with sizes in place of what was rendered. */
    public Map<String, Object> hidden(HiddenValues hidden) {
        Map<String, Object> manifest = manifest(
                hidden::without,
                hidden(metadata.labels, metadata.plainLabels),
                hidden(metadata.annotations, metadata.plainAnnotations));
        if (content != null) {
            content.forEach((key, value) -> manifest.put(hidden.without(key), Leaves.hidden(value, hidden)));
            return manifest;
        }
        Map<String, Object> sizes = new TreeMap<>();
        data.forEach((key, value) -> sizes.put(hidden.without(key), HiddenValues.size(value)));
        manifest.put("data", sizes);
        return manifest;
    }

    private static Map<String, String> hidden(Map<String, String> rendered, Map<String, String> plain) {
        Map<String, String> hidden = new TreeMap<>(rendered);
        hidden.replaceAll(
                (key, value) -> value.equals(plain.get(key)) ? value : HiddenValues.size(value.getBytes(UTF_8)));
        return hidden;
    }

    private Map<String, Object> manifest(
            Function<String, String> names, Map<String, String> labels, Map<String, String> annotations) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("name", object.name);
        own.put("namespace", object.namespace);
        put(own, "labels", names, labels);
        put(own, "annotations", names, annotations);
        if (!finalizers.isEmpty()) {
            own.put("finalizers", finalizers);
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("apiVersion", object.apiVersion);
        manifest.put("kind", object.kind);
        manifest.put("metadata", own);
        if (type != null) {
            manifest.put("type", type);
        }
        if (immutable) {
            manifest.put("immutable", true);
        }
        return manifest;
    }

    private static void put(
            Map<String, Object> object, String field, Function<String, String> names, Map<String, String> values) {
        if (!values.isEmpty()) {
            Map<String, Object> named = new TreeMap<>();
            values.forEach((key, value) -> named.put(names.apply(key), value));
            object.put(field, named);
        }
    }

    @Override
    public String toString() {
        return "Rendering[" + object.name + ", keys=" + data.keySet() + "]";
    }
}
