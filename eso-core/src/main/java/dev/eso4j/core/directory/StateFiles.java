package dev.eso4j.core.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.core.cluster.ResourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code .status} of an output directory: what a later process has to know, without any value. An
 * ExternalSecret is {@code <namespace>/<name>.json}; other kinds have their kind before the name, which no name can begin
 * with.
 */
final class StateFiles {
    private static final Logger LOGGER = LoggerFactory.getLogger(StateFiles.class);
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    StateFiles(Path output) {
        this.folder = output.resolve(".status");
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }

    private Path file(String kind, String namespace, String name) {
        String fileName = (kind.equals("ExternalSecret") ? "" : kind + ".") + name + ".json";
        return (namespace.isEmpty() ? folder : folder.resolve(namespace)).resolve(fileName);
    }

    /** Writes a state if it is another one than there is; an object without status leaves no trace. */
    void write(ResourceState state) throws IOException {
        Path file = file(state.kind(), state.namespace(), state.name());
        if (state.status().isEmpty() && !Files.exists(file)) {
            return;
        }
        ObjectNode node = MAPPER.createObjectNode();
        node.put("apiVersion", "external-secrets.io/v1").put("kind", state.kind());
        ObjectNode metadata = node.putObject("metadata");
        if (!state.namespace().isEmpty()) {
            metadata.put("namespace", state.namespace());
        }
        metadata.put("name", state.name()).put("generation", state.generation());
        if (!state.specHash().isEmpty()) {
            node.put("specHash", state.specHash());
        }
        node.set("status", MAPPER.valueToTree(state.status()));
        write(file, node);
    }

    void writeSecret(String namespace, String name, ObjectNode record) throws IOException {
        write(file("Secret", namespace, name), record);
    }

    private void write(Path file, ObjectNode node) throws IOException {
        PrivateFiles.folder(folder); // Refuses a link in its place, which would lead out of the output.
        if (!folder.equals(file.getParent())) {
            PrivateFiles.folder(java.util.Objects.requireNonNull(file.getParent()));
        }
        byte[] content = MAPPER.writeValueAsBytes(node);
        if (!holds(file, content)) {
            PrivateFiles.replace(file, content);
        }
    }

    /** The order of members and the formatting are no change; what is no JSON any more is one. */
    private static boolean holds(Path file, byte[] content) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        byte[] before = Files.readAllBytes(file);
        try {
            // As trees that were both read: a long that was put into one is not equal to the int that is read.
            return Arrays.equals(before, content) || MAPPER.readTree(before).equals(MAPPER.readTree(content));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Returns whether the record of a Secret is there. */
    boolean hasSecret(String namespace, String name) {
        return Files.isRegularFile(file("Secret", namespace, name), LinkOption.NOFOLLOW_LINKS);
    }

    void remove(String kind, String namespace, String name) throws IOException {
        Path file = file(kind, namespace, name);
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && (namespace.isEmpty() || Files.isDirectory(folder.resolve(namespace), LinkOption.NOFOLLOW_LINKS))
                && Files.deleteIfExists(file)
                && !namespace.isEmpty()) {
            KeyFolders.deleteIfEmpty(folder.resolve(namespace));
        }
    }

    /** Reads all states, those of Secrets as well. A file that cannot be read is reported and left alone. */
    List<JsonNode> read() throws IOException {
        List<JsonNode> states = new ArrayList<>();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return states;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            files = walk.filter(
                            p -> p.toString().endsWith(".json") && Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try {
                JsonNode state = MAPPER.readTree(file.toFile());
                if (file.equals(file(
                        state.path("kind").asText(),
                        state.path("metadata").path("namespace").asText(""),
                        state.path("metadata").path("name").asText()))) {
                    states.add(state);
                }
            } catch (IOException e) {
                LOGGER.warn("the state file {} cannot be read and is not used", file, e);
            }
        }
        return states;
    }

    static ResourceState state(JsonNode node) {
        JsonNode metadata = node.path("metadata");
        @SuppressWarnings("unchecked")
        Map<String, Object> status =
                node.path("status").isObject() ? MAPPER.convertValue(node.get("status"), Map.class) : Map.of();
        return new ResourceState(
                node.path("kind").asText(),
                metadata.path("namespace").asText(""),
                metadata.path("name").asText(),
                metadata.path("generation").asLong(),
                node.path("specHash").asText(""),
                status);
    }
}
