package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ManifestProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the manifest files below a directory. Hidden ones are skipped, and links that lead out of it are refused. */
final class ManifestFiles {
    private static final int MAX_FILES = 20_000;
    private static final int MAX_DEPTH = 32;

    /** By what a change of a file is noticed. */
    record Fingerprint(long size, long modified, @Nullable Object identity) {}

    /**
     * What was found.
     *
     * @param files files by path below the directory
     * @param unreadable paths that are there and cannot be looked at: no reason to believe that their objects are gone
     * @param problems what was refused, and why
     */
    record Found(Map<String, Fingerprint> files, Set<String> unreadable, List<ManifestProblem> problems) {
        void refuse(String name, String cause, String fix) {
            unreadable.add(name);
            problems.add(problem(name, cause, fix));
        }

        /** Returns whether the file, or a folder that it lies in, is there and cannot be looked at. */
        boolean hides(String file) {
            return unreadable.stream().anyMatch(name -> file.equals(name) || file.startsWith(name + "/"));
        }
    }

    private final Path directory;
    private final @Nullable Path excluded;

    ManifestFiles(Path directory, @Nullable Path excluded) {
        this.directory = directory;
        this.excluded = excluded;
    }

    /**
     * Reads a file that was found.
     *
     * @throws IOException if it cannot be read, or has become a link that leads out of the directory meanwhile
     */
    String read(String name) throws IOException {
        Path real = directory.resolve(name).toRealPath();
        if (!real.startsWith(directory.toRealPath())) {
            throw new AccessDeniedException(name);
        }
        return Files.readString(real);
    }

    Found find() throws IOException {
        Found found = new Found(new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
        Path root = directory.toRealPath();
        Path hidden = excluded == null || !Files.exists(excluded) ? null : excluded.toRealPath();
        visit(root, root, hidden, "", new HashSet<>(Set.of(root)), found);
        return found;
    }

    private void visit(Path root, Path folder, @Nullable Path hidden, String prefix, Set<Path> above, Found found)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        for (Path entry : entries.stream().sorted().toList()) {
            String name = entry.getFileName().toString();
            String shown = prefix + name;
            if (name.startsWith(".")) {
                continue;
            }
            Path real;
            BasicFileAttributes attributes;
            try {
                real = entry.toRealPath();
                attributes = Files.readAttributes(real, BasicFileAttributes.class);
            } catch (IOException e) {
                if (isManifest(name)) {
                    found.refuse(
                            shown,
                            "it cannot be read: " + e.getClass().getSimpleName(),
                            "check the link or its rights");
                }
                continue;
            }
            if (!real.startsWith(root)) {
                found.refuse(shown, "it is a link that leads out of " + directory, "copy the file instead");
            } else if (attributes.isDirectory()) {
                if (!real.equals(hidden) && above.size() >= MAX_DEPTH) {
                    found.refuse(shown, "it lies deeper than " + MAX_DEPTH + " folders and is not read", "move it up");
                } else if (!real.equals(hidden) && above.add(real)) {
                    visit(root, real, hidden, shown + "/", above, found);
                    above.remove(real);
                }
            } else if (attributes.isRegularFile() && isManifest(name)) {
                if (found.files.size() >= MAX_FILES) {
                    // To read some and not others would remove the objects of those that are left out.
                    throw new ClusterException(
                            ClusterException.Reason.INVALID,
                            "read " + directory + ": it has more than " + MAX_FILES
                                    + " manifest files; put several documents into one file, or use several directories");
                }
                found.files.put(
                        shown,
                        new Fingerprint(
                                attributes.size(), attributes.lastModifiedTime().toMillis(), attributes.fileKey()));
            }
        }
    }

    private static boolean isManifest(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    static ManifestProblem problem(String file, String cause, String fix) {
        return new ManifestProblem(file, 1, 1, "", cause, fix);
    }
}
