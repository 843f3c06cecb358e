package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.KubeSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** How one Secret lies below the folder of its namespace. */
interface SecretForm {
    /** Returns where the Secret {@code name} lies. */
    Path place(Path namespace, String name);

    /** Writes the Secret so that a reader sees either all of the old or all of the new; does nothing if it is there already. */
    void write(Path namespace, KubeSecret secret) throws IOException;

    /**
     * Reads the data back.
     *
     * @param keys the keys that were written
     * @throws IOException if what is there is not what was written
     */
    Map<String, byte[]> read(Path namespace, String name, Iterable<String> keys) throws IOException;

    /** Removes what {@link #write} made and nothing else. */
    void remove(Path namespace, String name, Iterable<String> keys) throws IOException;

    static SecretForm of(OutputFormat format, KeyFolders folders) {
        return switch (format) {
            case FILES -> folders;
            case ENV -> new EnvForm();
            case YAML -> new ManifestForm(".yaml");
            case JSON -> new ManifestForm(".json");
        };
    }
}
