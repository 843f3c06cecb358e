package dev.eso4j.core.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ClusterException.Reason;
import dev.eso4j.core.cluster.Journal;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Secrets of a {@link dev.eso4j.core.cluster.LocalCluster} as files. Only Secrets that the engine manages are written;
 * those that came as manifests stay where they are. What was not written here is neither changed nor removed.
 *
 * <p>A write that fails keeps the Secret from being stored, so cluster and files never disagree. Not thread-safe, except
 * where it says so: the cluster calls it for one change at a time.
 */
final class OutputTree implements Journal {
    private static final String MANAGED = "reconcile.external-secrets.io/managed";
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
    private static final Pattern KEY = Pattern.compile("(?!\\.\\.|\\.$)[-._a-zA-Z0-9]{1,253}");

    private final Path output;
    private final OutputFormat format;
    private final KeyFolders folders;
    private final StateFiles states;
    /** What was written, by namespace/name: the record of each Secret as {@code .status} has it. */
    private final Map<String, ObjectNode> records = new HashMap<>();
    /** By what it shows that the files of a Secret are as they were written; read by the thread that watches. */
    private final Map<String, List<?>> marks = new ConcurrentHashMap<>();

    OutputTree(Path output, OutputFormat format, InstantSource clock) {
        this.output = output;
        this.format = format;
        this.folders = new KeyFolders(clock);
        this.states = new StateFiles(output);
    }

    /** Reads what an earlier process wrote; returns the states of the objects other than Secrets. */
    List<ResourceState> open() throws IOException {
        List<ResourceState> remembered = new ArrayList<>();
        for (JsonNode node : states.read()) {
            if (node.path("kind").asText().equals("Secret")) {
                records.put(key(node.path("metadata")), (ObjectNode) node);
            } else {
                remembered.add(StateFiles.state(node));
            }
        }
        return remembered;
    }

    private static String key(JsonNode metadata) {
        return metadata.path("namespace").asText() + "/" + metadata.path("name").asText();
    }

    /** Returns the Secrets that were written before, as manifests with their data; one that is damaged has none. */
    List<WrittenSecret> written() {
        List<WrittenSecret> secrets = new ArrayList<>();
        for (ObjectNode record : records.values()) {
            secrets.add(WrittenSecret.of(record, data(record)));
        }
        return secrets;
    }

    private @Nullable Map<String, byte[]> data(ObjectNode record) {
        String namespace = record.path("metadata").path("namespace").asText();
        String name = record.path("metadata").path("name").asText();
        try {
            Path folder = output.resolve(namespace);
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    ? form(record).read(folder, name, keys(record))
                    : null;
        } catch (IOException e) {
            // Whoever changed or removed it: the engine writes it anew, since it is not there as it should be.
            return null;
        }
    }

    @Override
    public void secretStored(KubeSecret secret) {
        Map<String, String> labels = secret.metadata().getLabels();
        String namespace = secret.metadata().getNamespace();
        String name = secret.metadata().getName();
        ObjectNode former = records.get(namespace + "/" + name);
        if (former == null && (labels == null || !"true".equals(labels.get(MANAGED)))) {
            return;
        }
        check(namespace, name, secret.data().keySet());
        ObjectNode record = record(secret);
        Path folder = output.resolve(namespace);
        try {
            // Without a record, what is there counts as ours only when it is what would be written in any case.
            if (former == null
                    && Files.exists(SecretForm.of(format, folders).place(folder, name), LinkOption.NOFOLLOW_LINKS)
                    && !SecretForm.of(format, folders).holds(folder, secret)) {
                throw new ClusterException(
                        Reason.FORBIDDEN,
                        "write Secret " + namespace + "/" + name + ": "
                                + SecretForm.of(format, folders).place(folder, name)
                                + " exists and was not written from here; move it away, or choose another output");
            }
            PrivateFiles.folder(folder);
            if (format == OutputFormat.ENV) {
                // What has no form as variables must be refused before anything is noted down.
                EnvForm.render(secret);
            }
            // The record comes first: should the process die in between, what it has written is known as its own.
            states.writeSecret(namespace, name, record);
            SecretForm.of(format, folders).write(folder, secret);
            if (former != null && !former.path("format").equals(record.path("format"))) {
                form(former).remove(folder, name, keys(former));
            }
            mark(namespace, name);
        } catch (IOException e) {
            throw failed("write Secret " + namespace + "/" + name, e);
        }
        records.put(namespace + "/" + name, record);
    }

    private void mark(String namespace, String name) throws IOException {
        marks.put(namespace + "/" + name, SecretForm.of(format, folders).mark(output.resolve(namespace), name));
    }

    /** Returns whether what was written is still there, as far as that shows without reading it. Thread-safe. */
    boolean intact() {
        return marks.entrySet().stream().allMatch(written -> {
            int slash = written.getKey().indexOf('/');
            String namespace = written.getKey().substring(0, slash);
            String name = written.getKey().substring(slash + 1);
            try {
                return states.hasSecret(namespace, name)
                        && SecretForm.of(format, folders)
                                .mark(output.resolve(namespace), name)
                                .equals(written.getValue());
            } catch (IOException e) {
                return false;
            }
        });
    }

    private ObjectNode record(KubeSecret secret) {
        ObjectNode record = StateFiles.mapper().createObjectNode();
        record.put("apiVersion", "v1").put("kind", "Secret");
        ObjectNode metadata = StateFiles.mapper().valueToTree(secret.metadata());
        metadata.remove("resourceVersion");
        record.set("metadata", metadata);
        if (secret.type() != null) {
            record.put("type", secret.type());
        }
        if (secret.immutable() != null) {
            record.put("immutable", secret.immutable());
        }
        record.put("format", format.name());
        new TreeSet<>(secret.data().keySet()).forEach(record.putArray("keys")::add);
        return record;
    }

    private SecretForm form(ObjectNode record) {
        return SecretForm.of(OutputFormat.valueOf(record.path("format").asText("FILES")), folders);
    }

    private static List<String> keys(ObjectNode record) {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : record.path("keys")) {
            if (KEY.matcher(key.asText()).matches()) {
                keys.add(key.asText());
            }
        }
        return keys;
    }

    /** The cluster checks names as well; that no name leads out of the output directory must not depend on it. */
    private static void check(String namespace, String name, Iterable<String> keys) {
        boolean good =
                NAMESPACE.matcher(namespace).matches() && NAME.matcher(name).matches() && !name.contains("..");
        for (String key : keys) {
            good &= KEY.matcher(key).matches();
        }
        if (!good) {
            throw new ClusterException(
                    Reason.INVALID,
                    "write Secret " + namespace + "/" + name
                            + ": its namespace, name or a key is no possible file name");
        }
    }

    @Override
    public void secretRemoved(String namespace, String name) {
        ObjectNode record = records.get(namespace + "/" + name);
        if (record == null) {
            return;
        }
        check(namespace, name, List.of());
        try {
            Path folder = output.resolve(namespace);
            boolean there = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
            if (there) { // A link in its place leads elsewhere, where nothing is ours to remove.
                form(record).remove(folder, name, keys(record));
            }
            states.remove("Secret", namespace, name);
            if (there) {
                KeyFolders.deleteIfEmpty(folder);
            }
        } catch (IOException e) {
            throw failed("remove Secret " + namespace + "/" + name, e);
        }
        marks.remove(namespace + "/" + name);
        records.remove(namespace + "/" + name);
    }

    @Override
    public void stateStored(ResourceState state) {
        try {
            states.write(state);
        } catch (IOException e) {
            throw failed("write the status of " + state.kind() + " " + state.namespace() + "/" + state.name(), e);
        }
    }

    @Override
    public void stateRemoved(String kind, String namespace, String name) {
        try {
            states.remove(kind, namespace, name);
        } catch (IOException e) {
            throw failed("remove the status of " + kind + " " + namespace + "/" + name, e);
        }
    }

    private ClusterException failed(String what, IOException e) {
        return new ClusterException(
                Reason.UNAVAILABLE,
                what + " below " + output + ": " + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "; check that the directory can be written and has space",
                null,
                // A disk that refuses one file says something about that file, unlike an API server that does not
                // answer.
                new UncheckedIOException(e));
    }
}
