package dev.eso4j.core.directory;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.SyncReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A directory of manifests with its output and a backend in memory, as {@code eso local} runs them. */
final class LocalRun {
    static final String STORE = """
            apiVersion: external-secrets.io/v1
            kind: ClusterSecretStore
            metadata: {name: store}
            spec: {provider: {memory: {}}}
            """;

    final Path manifests;
    final Path output;
    final MemoryProvider backend = new MemoryProvider();

    LocalRun(Path folder) throws IOException {
        manifests = Files.createDirectories(folder.resolve("in"));
        output = folder.resolve("out");
        Files.writeString(manifests.resolve("store.yaml"), STORE);
    }

    /** Returns an ExternalSecret of the namespace {@code shop} that copies the backend's secret of the same name. */
    static String externalSecret(String name) {
        return """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: NAME, namespace: shop}
                spec:
                  refreshInterval: 1h0m0s
                  secretStoreRef: {kind: ClusterSecretStore, name: store}
                  data: [{secretKey: password, remoteRef: {key: NAME}}]
                """.replace("NAME", name);
    }

    LocalRun secret(String name, String value) throws IOException {
        backend.secrets.put(name, value);
        Files.writeString(manifests.resolve(name + ".yaml"), externalSecret(name));
        return this;
    }

    LocalDirectory open() {
        return open(OutputFormat.FILES);
    }

    LocalDirectory open(OutputFormat format) {
        return LocalDirectory.builder(manifests).output(output, format).open();
    }

    /** Runs once, as {@code eso local} does. */
    SyncReport once() {
        return once(OutputFormat.FILES);
    }

    SyncReport once(OutputFormat format) {
        try (LocalDirectory directory = open(format)) {
            return sync(directory);
        }
    }

    SyncReport sync(LocalDirectory directory) {
        try (SecretSync sync = SecretSync.builder()
                .cluster(directory.cluster())
                .providers(List.of(backend))
                .build()) {
            return sync.sync();
        }
    }

    /** Runs as {@code eso local --watch} does, until it is closed. */
    Watching watch() {
        return new Watching(this);
    }

    /** Returns every file that a reader sees, with its content; links are followed, the stamps of folders left out. */
    Map<String, String> visible() {
        return visible(output);
    }

    static Map<String, String> visible(Path root) {
        Map<String, String> files = new TreeMap<>();
        if (!Files.exists(root)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(path -> !root.relativize(path).toString().contains("..")
                            && !root.relativize(path).startsWith(".status"))
                    .filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file or folder at once: who writes it anew meanwhile must not meet what is still being removed. */
    void delete(Path root) throws IOException {
        Path gone = Files.createTempDirectory(manifests.getParent(), "gone").resolve("it");
        Files.move(root, gone);
        try (Stream<Path> all = Files.walk(gone.getParent())) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** An operator on a watched directory, and what the watch has told. */
    static final class Watching implements AutoCloseable {
        final LocalDirectory directory;
        final List<String> told = new CopyOnWriteArrayList<>();
        private final EsoOperator operator;

        private Watching(LocalRun run) {
            directory = run.open();
            operator = EsoOperator.builder(directory.cluster())
                    .providers(List.of(run.backend))
                    .events(false)
                    .build();
            operator.start();
            directory.watch(Duration.ofMillis(20), problems -> told.add(problems.toString()));
        }

        @Override
        public void close() {
            operator.close();
            directory.close();
        }
    }
}
