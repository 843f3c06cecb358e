package dev.eso4j.core.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.template.GoYaml;
import dev.eso4j.template.GoYamlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates make of an object that is no Secret: anything in its tree. */
final class ManifestOutput implements TemplateOutput {
    private static final String SPEC = "spec";

    private final Map<String, @Nullable Object> object;
    private final List<ObjectPath> filled = new ArrayList<>();

    /** Creates an output over a tree that may be changed, with {@code LinkedHashMap}s and {@code ArrayList}s inside. */
    ManifestOutput(Map<String, @Nullable Object> object) {
        this.object = object;
    }

    @Override
    public void take(TemplateItem item, byte[] rendered) {
        switch (item.target().toLowerCase(Locale.ROOT)) {
            case "data" -> texts(item, rendered, new ObjectPath("data"));
            case "labels" -> texts(item, rendered, new ObjectPath("metadata.labels"));
            case "annotations" -> texts(item, rendered, new ObjectPath("metadata.annotations"));
            default -> {
                if (item.whole()) {
                    tree(item, rendered);
                } else if (item.target().equalsIgnoreCase(SPEC)) {
                    texts(item, rendered, new ObjectPath(SPEC));
                } else {
                    value(item, rendered);
                }
            }
        }
    }

    /** Keys with texts, in a mapping that may not be there yet. */
    private void texts(TemplateItem item, byte[] rendered, ObjectPath place) {
        Map<String, byte[]> texts =
                item.whole() ? TargetTemplates.mapping(item, rendered) : Map.of(item.key(), rendered);
        Map<String, @Nullable Object> members = members(place);
        texts.forEach((key, value) -> {
            members.put(key, new String(SecretOutput.decoded(item, key, value), UTF_8));
            filled.add(place.member(key));
        });
    }

    @SuppressWarnings("unchecked") // Objects are trees as JSON has them.
    private Map<String, @Nullable Object> members(ObjectPath place) {
        Object there = place.get(object);
        if (there == null) {
            Map<String, @Nullable Object> fresh = new LinkedHashMap<>();
            place.set(object, fresh);
            return fresh;
        } else if (there instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new RenderException("failed to apply to target: " + place + " of the object is no mapping");
    }

    /** A whole subtree. Where one is already, at the end of a path of several names, its other members stay. */
    private void tree(TemplateItem item, byte[] rendered) {
        ObjectPath path = path(item);
        Object value;
        try {
            value = GoYaml.tree(rendered);
        } catch (GoYamlException e) {
            throw new RenderException(item.field() + ": could not unmarshal template YAML: " + e.getMessage());
        }
        Object there = path.single() ? null : path.get(object);
        if (there instanceof Map<?, ?> old && value instanceof Map<?, ?> members) {
            Map<Object, @Nullable Object> merged = new LinkedHashMap<>(old);
            merged.putAll(members);
            set(item, path, merged);
            members.keySet().forEach(key -> filled.add(path.member(String.valueOf(key))));
        } else {
            set(item, path, value);
            filled.add(path);
        }
    }

    /** One value of whatever type its text has. */
    private void value(TemplateItem item, byte[] rendered) {
        byte[] decoded = SecretOutput.decoded(item, item.key(), rendered);
        Object value;
        try {
            value = GoYaml.tree(decoded);
        } catch (GoYamlException e) {
            value = new String(decoded, UTF_8); // What is no YAML is a text.
        }
        ObjectPath path = path(item);
        set(item, path, value);
        filled.add(path);
    }

    /** Fills {@code .data} or whatever the place is with texts that no template made. */
    void texts(ObjectPath place, Map<String, byte[]> texts) {
        Map<String, @Nullable Object> members = members(place);
        texts.forEach((key, value) -> {
            members.put(key, new String(value, UTF_8));
            filled.add(place.member(key));
        });
    }

    /** Returns what was filled and nothing else; lists that were filled in part are whole. */
    Map<String, @Nullable Object> filledOnly() {
        Map<String, @Nullable Object> only = new LinkedHashMap<>();
        filled.forEach(path -> path.copy(object, only));
        return only;
    }

    private static ObjectPath path(TemplateItem item) {
        try {
            return new ObjectPath(item.target());
        } catch (RenderException e) {
            throw new RenderException(item.field() + ": " + e.getMessage());
        }
    }

    private void set(TemplateItem item, ObjectPath path, @Nullable Object value) {
        try {
            path.set(object, value);
        } catch (RenderException e) {
            throw new RenderException(item.field() + ": " + e.getMessage());
        }
    }
}
