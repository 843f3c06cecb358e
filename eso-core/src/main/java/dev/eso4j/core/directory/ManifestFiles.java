package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.ManifestProblem;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/** Finds the manifest files below a directory. Hidden ones are skipped, and links that lead out of it are refused. */
final class ManifestFiles {
    private static final int MAX_FILES = 20_000;
    private static final int MAX_DEPTH = 32;

    /** By what a change of a file is noticed. */
    record Fingerprint(long size, long modified, @Nullable Object identity) {}

    /** What was found: files by path below the directory, and what was refused. */
    record Found(Map<String, Fingerprint> files, List<ManifestProblem> problems) {}

    private final Path directory;
    private final @Nullable Path excluded;

    ManifestFiles(Path directory, @Nullable Path excluded) {
        this.directory = directory;
        this.excluded = excluded;
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    Found find() throws IOException {
        Found found = new Found(new TreeMap<>(), new ArrayList<>());
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
            if (name.startsWith(".") || found.files.size() >= MAX_FILES) {
                continue;
            }
            Path real;
            BasicFileAttributes attributes;
            try {
                real = entry.toRealPath();
                attributes = Files.readAttributes(real, BasicFileAttributes.class);
            } catch (IOException e) {
                if (isManifest(name)) {
                    found.problems.add(problem(
                            shown,
                            "it cannot be read: " + e.getClass().getSimpleName(),
                            "check the link or its rights"));
                }
                continue;
            }
            if (!real.startsWith(root)) {
                found.problems.add(
                        problem(shown, "it is a link that leads out of " + directory, "copy the file instead"));
            } else if (attributes.isDirectory()) {
                if (!real.equals(hidden) && above.size() < MAX_DEPTH && above.add(real)) {
                    visit(root, real, hidden, shown + "/", above, found);
                    above.remove(real);
                }
            } else if (attributes.isRegularFile() && isManifest(name)) {
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
