package dev.eso4j.core.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.api.SecretValue;
import dev.eso4j.core.fetch.Decoding;
import dev.eso4j.core.fetch.FetchException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What templates make of a Secret: data, labels and annotations. */
final class SecretOutput implements TemplateOutput {
    final Map<String, byte[]> data = new LinkedHashMap<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    final Map<String, String> annotations = new LinkedHashMap<>();

    @Override
    public void take(TemplateItem item, byte[] rendered) {
        if (item.whole()) {
            new TreeMap<>(TargetTemplates.mapping(item, rendered)).forEach((key, value) -> put(item, key, value));
        } else {
            put(item, item.key(), rendered);
        }
    }

    private void put(TemplateItem item, String key, byte[] value) {
        byte[] decoded = decoded(item, key, value);
        if (item.fills(TemplateItem.DATA)) {
            data.put(key, decoded);
        } else if (item.fills(TemplateItem.LABELS)) {
            labels.put(key, new String(decoded, UTF_8));
        } else if (item.fills(TemplateItem.ANNOTATIONS)) {
            annotations.put(key, new String(decoded, UTF_8));
        } else {
            throw new RenderException(item.field() + ": target \"" + item.target()
                    + "\" is not one of Data, Labels and Annotations, which are what a Secret has");
        }
    }

    /** The key of a mapping may have been rendered from a value; only one that stands in the manifest is told on. */
    static byte[] decoded(TemplateItem item, String key, byte[] value) {
        if (item.decoding() == null) {
            return value;
        }
        try {
            return Decoding.decode(item.decoding(), SecretValue.of(value)).bytes();
        } catch (FetchException e) {
            throw new RenderException(item.field() + ": failed to decode rendered template value for "
                    + (item.whole() ? "a key of the mapping" : "key " + key) + ": " + e.getMessage());
        }
    }
}
