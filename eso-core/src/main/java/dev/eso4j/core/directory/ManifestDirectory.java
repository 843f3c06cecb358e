package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.Manifest;
import dev.eso4j.core.cluster.ManifestProblem;
import dev.eso4j.core.cluster.ManifestReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The manifests of a directory. A file that cannot be read any more keeps the objects it had, so that a half-written one
 * removes nothing. Not thread-safe.
 */
final class ManifestDirectory {
    private record FileState(
            ManifestFiles.Fingerprint fingerprint, List<Manifest> manifests, List<ManifestProblem> problems) {}

    private final ManifestFiles files;
    private final ManifestReader reader;
    private final Map<String, FileState> known = new TreeMap<>();
    private List<ManifestProblem> refused = List.of();
    /** Fingerprints that differ from what is known, seen once so far; {@code null} of a file that is gone. */
    private Map<String, ManifestFiles.@Nullable Fingerprint> unsettled = new HashMap<>();

    ManifestDirectory(ManifestFiles files, String namespace) {
        this.files = files;
        this.reader = ManifestReader.into(namespace);
    }

    /**
     * Looks for changes.
     *
     * @param settle whether a change counts only when it is seen twice alike, since the file may be being written
     * @return whether anything changed
     */
    boolean scan(boolean settle) throws IOException {
        ManifestFiles.Found found = files.find();
        boolean changed = !found.problems().equals(refused);
        refused = List.copyOf(found.problems());
        Map<String, ManifestFiles.@Nullable Fingerprint> waiting = new HashMap<>();
        Map<String, ManifestFiles.@Nullable Fingerprint> differing = new TreeMap<>();
        found.files().forEach((name, fingerprint) -> {
            FileState state = known.get(name);
            if (state == null || !state.fingerprint.equals(fingerprint)) {
                differing.put(name, fingerprint);
            }
        });
        known.keySet().stream()
                .filter(name -> !found.files().containsKey(name) && !found.hides(name))
                .forEach(name -> differing.put(name, null));
        for (Map.Entry<String, ManifestFiles.@Nullable Fingerprint> entry : differing.entrySet()) {
            String name = entry.getKey();
            ManifestFiles.Fingerprint fingerprint = entry.getValue();
            if (settle
                    && !(unsettled.containsKey(name) && java.util.Objects.equals(unsettled.get(name), fingerprint))) {
                waiting.put(name, fingerprint);
            } else if (fingerprint == null) {
                known.remove(name);
                changed = true;
            } else {
                known.put(name, read(name, fingerprint));
                changed = true;
            }
        }
        unsettled = waiting;
        return changed;
    }

    private FileState read(String name, ManifestFiles.Fingerprint fingerprint) {
        FileState before = known.get(name);
        List<Manifest> kept = before == null ? List.of() : before.manifests;
        if (fingerprint.size() > ManifestReader.MAX_SIZE) {
            return kept(
                    fingerprint,
                    kept,
                    List.of(ManifestFiles.problem(
                            name, "it is larger than " + ManifestReader.MAX_SIZE / 1024 / 1024 + " MiB", "split it")));
        }
        String text;
        try {
            text = files.read(name);
        } catch (MalformedInputException e) {
            return kept(
                    fingerprint,
                    kept,
                    List.of(ManifestFiles.problem(name, "it is not text in UTF-8", "save it as UTF-8")));
        } catch (IOException e) {
            return kept(
                    fingerprint,
                    kept,
                    List.of(ManifestFiles.problem(
                            name, "it cannot be read: " + e.getClass().getSimpleName(), "check its rights")));
        }
        if (text.isEmpty()) {
            // What a full disk and a writer that died leave behind. Whoever wants the objects gone deletes the file.
            return kept(
                    fingerprint,
                    kept,
                    List.of(ManifestFiles.problem(
                            name, "it is empty, as if it were still being written", "write it anew, or delete it")));
        }
        ManifestReader.Result result = reader.read(name, text);
        return result.problems().isEmpty() || before == null
                ? new FileState(fingerprint, result.manifests(), result.problems())
                : kept(fingerprint, kept, result.problems());
    }

    /** Says with the problems what becomes of the objects that the file had. */
    private static FileState kept(
            ManifestFiles.Fingerprint fingerprint, List<Manifest> kept, List<ManifestProblem> problems) {
        if (kept.isEmpty()) {
            return new FileState(fingerprint, kept, problems);
        }
        String stay = "until then its last good version, with "
                + (kept.size() == 1 ? "one object" : kept.size() + " objects") + ", stays in force";
        List<ManifestProblem> told = new ArrayList<>(problems);
        ManifestProblem last = told.remove(told.size() - 1);
        told.add(new ManifestProblem(
                last.file(),
                last.document(),
                last.line(),
                last.field(),
                last.cause(),
                last.fix().isEmpty() ? stay : last.fix() + "; " + stay));
        return new FileState(fingerprint, kept, told);
    }

    /**
     * Returns the objects that the directory describes; of two manifests for one object the first counts.
     *
     * @param problems receives what is wrong with the files
     */
    Collection<Manifest> manifests(List<ManifestProblem> problems) {
        problems.addAll(refused);
        Map<String, Manifest> objects = new LinkedHashMap<>();
        for (FileState state : known.values()) {
            problems.addAll(state.problems);
            for (Manifest manifest : state.manifests) {
                Manifest first = objects.putIfAbsent(manifest.toString(), manifest);
                if (first != null) {
                    problems.add(manifest.problem(
                            "metadata.name",
                            manifest + " is described already in " + first.file() + ", document " + first.document(),
                            "remove one of the two"));
                }
            }
        }
        List<Manifest> sorted = new ArrayList<>(objects.values());
        sorted.sort(java.util.Comparator.comparingInt(
                manifest -> rank(manifest.type().kind())));
        return sorted;
    }

    /** Stores and what they refer to come before what uses them. */
    private static int rank(String kind) {
        return List.of(
                        "Namespace",
                        "ServiceAccount",
                        "ConfigMap",
                        "Secret",
                        "ClusterSecretStore",
                        "SecretStore",
                        "ExternalSecret")
                .indexOf(kind);
    }
}
