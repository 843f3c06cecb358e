package dev.eso4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The servers that {@code bin/install-test-servers} has put into its cache folder.
 *
 * <p>The folder is named by the environment variable {@code ESO_TEST_SERVERS}; without it, it is
 * {@code ~/.cache/eso4j/test-servers}. A folder that holds the programs themselves is accepted as well.
 */
public final class TestServers {
    /** How the line begins that is printed where tests are skipped because a server is not installed. */
    public static final String MISSING = "ESO-TEST-SERVERS-MISSING";

    private static final List<String> KUBE = List.of("etcd", "kube-apiserver", "kube-controller-manager", "kubectl");

    private TestServers() {}

    /** Returns the folder with the programs of a control plane; of several versions the one installed last. */
    public static Optional<Path> kube() {
        return find(root(System.getenv(), System.getProperty("user.home")), "kube", KUBE);
    }

    static Path root(Map<String, String> environment, String home) {
        String named = environment.get("ESO_TEST_SERVERS");
        return named == null || named.isBlank() ? Path.of(home, ".cache", "eso4j", "test-servers") : Path.of(named);
    }

    static Optional<Path> find(Path root, String server, List<String> programs) {
        if (holds(root, programs)) {
            return Optional.of(root);
        }
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(f -> f.getFileName().toString().startsWith(server + "-"))
                    .filter(f -> holds(f, programs))
                    .max(Comparator.comparing(f -> f.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the test servers in " + root, e);
        }
    }

    private static boolean holds(Path folder, List<String> programs) {
        return programs.stream().allMatch(p -> Files.isExecutable(folder.resolve(p)));
    }
}
