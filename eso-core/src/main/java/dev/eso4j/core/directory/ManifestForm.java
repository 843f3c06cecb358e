package dev.eso4j.core.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One manifest per Secret, ready for {@code kubectl apply}: without what only a cluster can know. */
final class ManifestForm implements SecretForm {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String ending;

    ManifestForm(String ending) {
        this.ending = ending;
    }

    @Override
    public Path place(Path namespace, String name) {
        return namespace.resolve(name + ending);
    }

    @Override
    public void write(Path namespace, KubeSecret secret) throws IOException {
        PrivateFiles.replace(place(namespace, secret.metadata().getName()), render(secret));
    }

    @Override
    public boolean holds(Path namespace, KubeSecret secret) throws IOException {
        return PrivateFiles.holds(place(namespace, secret.metadata().getName()), render(secret));
    }

    private byte[] render(KubeSecret secret) throws IOException {
        Map<String, Object> manifest = manifest(secret);
        String text = ending.equals(".json") ? MAPPER.writeValueAsString(manifest) + "\n" : yaml(manifest);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> manifest(KubeSecret secret) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", secret.metadata().getName());
        metadata.put("namespace", secret.metadata().getNamespace());
        put(metadata, "labels", secret.metadata().getLabels());
        put(metadata, "annotations", secret.metadata().getAnnotations());
        Map<String, String> data = new TreeMap<>();
        secret.data().forEach((key, value) -> data.put(key, Base64.getEncoder().encodeToString(value)));
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("apiVersion", "v1");
        manifest.put("kind", "Secret");
        manifest.put("metadata", metadata);
        if (secret.type() != null) {
            manifest.put("type", secret.type());
        }
        if (secret.immutable() != null) {
            manifest.put("immutable", secret.immutable());
        }
        manifest.put("data", data);
        return manifest;
    }

    private static void put(Map<String, Object> metadata, String name, Map<String, String> values) {
        if (values != null && !values.isEmpty()) {
            metadata.put(name, new TreeMap<>(values));
        }
    }

    /** Writes maps as blocks and everything else as JSON, which is YAML as well, so nothing has to be guessed at. */
    private static String yaml(Map<String, ?> manifest) throws IOException {
        StringBuilder text = new StringBuilder();
        block(manifest, "", text);
        return text.toString();
    }

    private static void block(Map<String, ?> map, String indent, StringBuilder text) throws IOException {
        for (Map.Entry<String, ?> entry : map.entrySet()) {
            String key = entry.getKey();
            boolean plain = key.matches("[A-Za-z][A-Za-z]*");
            text.append(indent)
                    .append(plain ? key : MAPPER.writeValueAsString(key))
                    .append(':');
            if (entry.getValue() instanceof Map<?, ?> inner && !inner.isEmpty()) {
                Map<String, Object> typed = new LinkedHashMap<>();
                inner.forEach((k, v) -> typed.put(String.valueOf(k), v));
                text.append('\n');
                block(typed, indent + "  ", text);
            } else if (entry.getValue() instanceof Map) {
                text.append(" {}\n");
            } else {
                text.append(' ')
                        .append(MAPPER.writeValueAsString(entry.getValue()))
                        .append('\n');
            }
        }
    }

    @Override
    public Map<String, byte[]> read(Path namespace, String name, Iterable<String> keys) throws IOException {
        Path file = place(namespace, name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is no file");
        }
        var result = ManifestReader.into("default").read(file.toString(), Files.readString(file));
        if (!result.problems().isEmpty() || result.manifests().size() != 1) {
            throw new IOException(file + " is not the manifest that was written");
        }
        return result.manifests().get(0).secretData();
    }

    @Override
    public void remove(Path namespace, String name, Iterable<String> keys) throws IOException {
        Files.deleteIfExists(place(namespace, name));
    }
}
