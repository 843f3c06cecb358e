package dev.eso4j.standalone.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of it: a Secret, or a text if that is not {@code null}. Its {@code toString} shows keys only.
 *
 * @param namespace the Secret's namespace
 * @param name the Secret's name, or the file's
 * @param type the Secret's type, if the manifest says one
 * @param immutable whether the Secret is frozen
 * @param metadata its labels and annotations
 * @param finalizers its finalizers
 * @param data its data
 * @param text the text
 */
public record Rendering(
        String namespace,
        String name,
        @Nullable String type,
        boolean immutable,
        Metadata metadata,
        List<String> finalizers,
        Map<String, byte[]> data,
        byte @Nullable [] text) {
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
        return new Rendering("", name, null, false, none, List.of(), Map.of(), text);
    }

    /** Returns the Secret as a manifest that kubectl takes: texts as {@code stringData}, and bytes as {@code data}. */
    public Map<String, Object> shown() {
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
        Map<String, Object> manifest = manifest(key -> key, new TreeMap<>(metadata.labels), metadata.annotations);
        if (!bytes.isEmpty() || texts.isEmpty()) {
            manifest.put("data", bytes);
        }
        if (!texts.isEmpty()) {
            manifest.put("stringData", texts);
        }
        return manifest;
    }

    /** Returns the Secret with sizes in place of what was rendered. */
    public Map<String, Object> hidden(HiddenValues hidden) {
        Map<String, Object> sizes = new TreeMap<>();
        data.forEach((key, value) -> sizes.put(hidden.without(key), HiddenValues.size(value)));
        Map<String, Object> manifest = manifest(
                hidden::without,
                hidden(metadata.labels, metadata.plainLabels),
                hidden(metadata.annotations, metadata.plainAnnotations));
        manifest.put("data", sizes);
        return manifest;
    }

    private static Map<String, String> hidden(Map<String, String> rendered, Map<String, String> plain) {
        Map<String, String> hidden = new TreeMap<>(rendered);
        hidden.replaceAll((key, value) -> value.equals(plain.get(key))
                ? value
                : HiddenValues.size(value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return hidden;
    }

    private Map<String, Object> manifest(
            Function<String, String> names, Map<String, String> labels, Map<String, String> annotations) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", name);
        object.put("namespace", namespace);
        put(object, "labels", names, labels);
        put(object, "annotations", names, annotations);
        if (!finalizers.isEmpty()) {
            object.put("finalizers", finalizers);
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("apiVersion", "v1");
        manifest.put("kind", "Secret");
        manifest.put("metadata", object);
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
        return "Rendering[" + name + ", keys=" + data.keySet() + "]";
    }
}
