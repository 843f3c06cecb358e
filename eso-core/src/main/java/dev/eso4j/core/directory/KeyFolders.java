package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.KubeSecret;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One folder per Secret, one file per key, laid out as the kubelet lays out a Secret volume: the files stand in a folder
 * named by its time, {@code ..data} links to that folder, and each key links to its file through {@code ..data}. A change
 * makes a new folder and turns the one link, so a reader that follows {@code ..data} once never sees a mixture.
 */
final class KeyFolders implements SecretForm {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu_MM_dd_HH_mm_ss").withZone(ZoneOffset.UTC);
    private static final String DATA = "..data";

    private final InstantSource clock;

    KeyFolders(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Path place(Path namespace, String name) {
        return namespace.resolve(name);
    }

    @Override
    public void write(Path namespace, KubeSecret secret) throws IOException {
        Path folder = place(namespace, secret.metadata().getName());
        if (holds(folder, secret.data())) {
            return;
        }
        PrivateFiles.folder(folder);
        Path fresh = fresh(folder);
        fill(fresh, secret.data());
        Path former = current(folder);
        Path turning = folder.resolve("..data_tmp");
        Files.deleteIfExists(turning);
        Files.createSymbolicLink(turning, fresh.getFileName());
        Files.move(turning, folder.resolve(DATA), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        link(folder, secret.data().keySet());
        if (former != null) {
            delete(former);
        }
        removeStale(folder, fresh);
    }

    private static void fill(Path fresh, Map<String, byte[]> data) throws IOException {
        try {
            PrivateFiles.folder(fresh);
            for (Map.Entry<String, byte[]> entry : data.entrySet()) {
                PrivateFiles.create(fresh.resolve(entry.getKey()), entry.getValue());
            }
        } catch (IOException e) {
            try {
                delete(fresh); // What is there already takes space that others may need, and is half a secret.
                deleteIfEmpty(folderOf(fresh));
            } catch (IOException further) {
                e.addSuppressed(further);
            }
            throw e;
        }
    }

    private static Path folderOf(Path fresh) {
        return java.util.Objects.requireNonNull(fresh.getParent());
    }

    @Override
    public List<?> mark(Path namespace, String name) throws IOException {
        Path folder = place(namespace, name);
        Path current = current(folder);
        if (current == null) {
            throw new IOException(folder + " has no " + DATA);
        }
        // The time of a folder tells of every entry that came or went.
        return List.of(
                Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS),
                current,
                Files.getLastModifiedTime(current, LinkOption.NOFOLLOW_LINKS));
    }

    private Path fresh(Path folder) {
        String stamp = ".." + STAMP.format(clock.instant());
        long nanos = clock.instant().getNano();
        Path fresh = folder.resolve(stamp + "." + nanos);
        while (Files.exists(fresh, LinkOption.NOFOLLOW_LINKS)) {
            fresh = folder.resolve(stamp + "." + ++nanos);
        }
        return fresh;
    }

    /** Gives every key its link and takes those of vanished keys away. */
    private static void link(Path folder, Iterable<String> keys) throws IOException {
        Map<String, Path> wanted = new LinkedHashMap<>();
        keys.forEach(key -> wanted.put(key, Path.of(DATA, key)));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (isOurLink(entry) && wanted.remove(name) == null) {
                    Files.delete(entry);
                }
            }
        }
        for (Map.Entry<String, Path> missing : wanted.entrySet()) {
            Files.createSymbolicLink(folder.resolve(missing.getKey()), missing.getValue());
        }
    }

    private static boolean isOurLink(Path entry) throws IOException {
        return Files.isSymbolicLink(entry)
                && Files.readSymbolicLink(entry)
                        .equals(Path.of(DATA, entry.getFileName().toString()));
    }

    private static @org.jspecify.annotations.Nullable Path current(Path folder) throws IOException {
        Path data = folder.resolve(DATA);
        if (!Files.isSymbolicLink(data)) {
            return null;
        }
        Path target = Files.readSymbolicLink(data);
        // A link that somebody turned elsewhere is not followed.
        return target.getNameCount() == 1 && target.toString().startsWith("..20") ? folder.resolve(target) : null;
    }

    @Override
    public boolean holds(Path namespace, KubeSecret secret) throws IOException {
        return holds(place(namespace, secret.metadata().getName()), secret.data());
    }

    private static boolean holds(Path folder, Map<String, byte[]> data) throws IOException {
        Path current = current(folder);
        if (current == null || !Files.isDirectory(current, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        int files = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(current)) {
            for (Path entry : entries) {
                byte[] value = data.get(entry.getFileName().toString());
                if (value == null
                        || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                        || !Arrays.equals(value, Files.readAllBytes(entry))
                        || !isOurLink(folder.resolve(entry.getFileName()))) {
                    return false;
                }
                files++;
            }
        }
        return files == data.size();
    }

    @Override
    public Map<String, byte[]> read(Path namespace, String name, Iterable<String> keys) throws IOException {
        Path current = current(place(namespace, name));
        if (current == null) {
            throw new IOException(place(namespace, name) + " has no " + DATA);
        }
        Map<String, byte[]> data = new LinkedHashMap<>();
        for (String key : keys) {
            Path file = current.resolve(key);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(file + " is no file");
            }
            data.put(key, Files.readAllBytes(file));
        }
        return data;
    }

    @Override
    public void remove(Path namespace, String name, Iterable<String> keys) throws IOException {
        Path folder = place(namespace, name);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        link(folder, List.of());
        Files.deleteIfExists(folder.resolve(DATA));
        Files.deleteIfExists(folder.resolve("..data_tmp"));
        removeStale(folder, folder);
        deleteIfEmpty(folder);
    }

    /** Removes what earlier, interrupted writes left behind. */
    private static void removeStale(Path folder, Path keep) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "..20*")) {
            for (Path entry : entries) {
                if (!entry.equals(keep) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    delete(entry);
                }
            }
        }
    }

    /** Deletes one of our folders, which holds nothing but files. */
    private static void delete(Path stamped) throws IOException {
        if (!Files.isDirectory(stamped, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(stamped)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(stamped);
    }

    static void deleteIfEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
