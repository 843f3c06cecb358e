package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.KubeSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;

/** How one Secret lies below the folder of its namespace. */
interface SecretForm {
    /** Returns where the Secret {@code name} lies. */
    Path place(Path namespace, String name);

    /** Writes the Secret so that a reader sees either all of the old or all of the new; does nothing if it is there already. */
    void write(Path namespace, KubeSecret secret) throws IOException;

    /** Returns whether exactly what {@link #write} would write is there. */
    boolean holds(Path namespace, KubeSecret secret) throws IOException;

    /**
     * Reads the data back.
     *
     * @param keys the keys that were written
     * @throws IOException if what is there is not what was written
     */
    Map<String, byte[]> read(Path namespace, String name, Iterable<String> keys) throws IOException;

    /**
     * Returns by what it can be noticed, without reading values, that somebody took away or exchanged what was written.
     *
     * @throws IOException if it is not there
     */
    default List<?> mark(Path namespace, String name) throws IOException {
        BasicFileAttributes file =
                Files.readAttributes(place(namespace, name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return List.of(file.lastModifiedTime(), file.size());
    }

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
