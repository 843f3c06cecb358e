package dev.eso4j.standalone.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.core.render.Ownership;
import dev.eso4j.standalone.UsageException;
import dev.eso4j.template.GoYaml;
import dev.eso4j.template.GoYamlException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a file says that the result should be: a manifest, or a text. What a cluster or the operator adds to an object does
 * not count, so the file may come from {@code kubectl get -o yaml}.
 */
public final class Expectation {
    private static final String BOOKKEEPING = "reconcile.external-secrets.io/";
    private static final Set<String> NOT_CONTENT = Set.of("apiVersion", "kind", "metadata", "status");

    private final InputFile file;

    private Expectation(InputFile file) {
        this.file = file;
    }

    /** Takes a file. */
    public static Expectation of(InputFile file) {
        return new Expectation(file);
    }

    /** Returns what messages call it. */
    public String name() {
        return file.name();
    }

    /**
     * Compares.
     *
     * @return a line for each difference, with sizes and salted hashes and no values
     * @throws UsageException if the file is no manifest and the result is one
     */
    public List<String> differences(Rendering rendering, HiddenValues hidden) {
        List<String> differences = new ArrayList<>();
        byte[] text = rendering.text();
        if (text != null) {
            compare("the text", file.bytes(), text, hidden, differences);
            return differences;
        }
        Map<?, ?> expected = object();
        Rendering.Identity object = rendering.object();
        plain("apiVersion", expected.get("apiVersion"), object.apiVersion(), differences);
        plain("kind", expected.get("kind"), object.kind(), differences);
        Map<?, ?> metadata = map(expected, "metadata");
        plain("metadata.name", metadata.get("name"), object.name(), differences);
        plain("metadata.namespace", metadata.get("namespace"), object.namespace(), differences);
        boolean secret = rendering.content() == null;
        if (secret) {
            plain("type", expected.get("type"), Objects.requireNonNullElse(rendering.type(), "Opaque"), differences);
            if (Boolean.TRUE.equals(expected.get("immutable")) != rendering.immutable()) {
                differences.add(
                        "immutable: expected " + !rendering.immutable() + ", rendered " + rendering.immutable());
            }
        }
        texts("metadata.labels", map(metadata, "labels"), rendering.metadata().labels(), hidden, differences);
        texts(
                "metadata.annotations",
                map(metadata, "annotations"),
                rendering.metadata().annotations(),
                hidden,
                differences);
        if (secret) {
            compare(under("data", secretData(expected)), under("data", rendering.data()), hidden, differences);
        } else {
            Map<Object, @Nullable Object> content = new java.util.LinkedHashMap<>(expected);
            content.keySet().removeAll(NOT_CONTENT);
            compare(Leaves.of(content), rendering.data(), hidden, differences);
        }
        return differences;
    }

    private Map<?, ?> object() {
        Object tree;
        try {
            tree = GoYaml.tree(file.bytes());
        } catch (GoYamlException e) {
            throw new UsageException(file.name() + " is not YAML: " + e.getMessage());
        }
        if (tree instanceof Map<?, ?> map && map.get("kind") != null) {
            return map;
        }
        throw new UsageException(
                "--expect: " + file.name() + " is no manifest; write what -o text --reveal prints, or a part of it");
    }

    private Map<?, ?> map(Map<?, ?> of, String member) {
        Object value = of.get(member);
        if (value == null) {
            return Map.of();
        } else if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new UsageException(file.name() + ": " + member + " is no mapping");
    }

    private Map<String, byte[]> secretData(Map<?, ?> expected) {
        Map<String, byte[]> data = new TreeMap<>();
        map(expected, "data").forEach((key, value) -> {
            try {
                data.put(
                        String.valueOf(key),
                        Base64.getMimeDecoder().decode(value == null ? "" : String.valueOf(value)));
            } catch (IllegalArgumentException e) {
                throw new UsageException(
                        file.name() + ": data[" + key + "] is not base64; texts belong into stringData");
            }
        });
        map(expected, "stringData")
                .forEach((key, value) ->
                        data.put(String.valueOf(key), (value == null ? "" : String.valueOf(value)).getBytes(UTF_8)));
        return data;
    }

    /** Compares what a manifest may leave out, and what is no secret. */
    private static void plain(String field, @Nullable Object expected, String rendered, List<String> differences) {
        if (expected != null && !String.valueOf(expected).equals(rendered)) {
            differences.add(field + ": expected " + expected + ", rendered " + rendered);
        }
    }

    private static void texts(
            String field,
            Map<?, ?> expected,
            Map<String, String> rendered,
            HiddenValues hidden,
            List<String> differences) {
        compare(under(field, bytes(expected)), under(field, bytes(rendered)), hidden, differences);
    }

    private static Map<String, byte[]> bytes(Map<?, ?> texts) {
        Map<String, byte[]> bytes = new TreeMap<>();
        texts.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!name.startsWith(BOOKKEEPING) && !name.equals(Ownership.LAST_APPLIED)) {
                bytes.put(name, String.valueOf(value).getBytes(UTF_8));
            }
        });
        return bytes;
    }

    private static Map<String, byte[]> under(String field, Map<String, byte[]> members) {
        Map<String, byte[]> paths = new TreeMap<>();
        members.forEach((key, value) -> paths.put(field + "[" + key + "]", value));
        return paths;
    }

    private static void compare(
            Map<String, byte[]> expected, Map<String, byte[]> rendered, HiddenValues hidden, List<String> differences) {
        Set<String> paths = new TreeSet<>(expected.keySet());
        paths.addAll(rendered.keySet());
        for (String path : paths) {
            compare(path, expected.get(path), rendered.get(path), hidden, differences);
        }
    }

    private static void compare(
            String path,
            byte @Nullable [] expected,
            byte @Nullable [] rendered,
            HiddenValues hidden,
            List<String> differences) {
        if (!Arrays.equals(expected, rendered)) {
            differences.add(hidden.without(path) + ": expected " + shown(expected, hidden) + ", rendered "
                    + shown(rendered, hidden));
        }
    }

    private static String shown(byte @Nullable [] value, HiddenValues hidden) {
        return value == null
                ? "nothing"
                : value.length + (value.length == 1 ? " byte" : " bytes") + " (" + hidden.hash(value) + ")";
    }
}
