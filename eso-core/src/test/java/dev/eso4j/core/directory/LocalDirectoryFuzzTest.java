package dev.eso4j.core.directory;

import dev.eso4j.core.HostileManifests;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ManifestProblem;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A directory of manifests under fuzzing")
class LocalDirectoryFuzzTest {
    @TempDir
    Path folder;

    private static byte[] file(Chaos chaos) {
        byte[] text = HostileManifests.random(chaos).getBytes(StandardCharsets.UTF_8);
        return chaos.chance(30) ? chaos.mutate(text) : text;
    }

    @Test
    @DisplayName("tells each mistake with file and line, keeps what it had, and makes files of what is right")
    void directory() throws Exception {
        Path manifests = Files.createDirectory(folder.resolve("manifests"));
        Path file = manifests.resolve("all.yaml");
        Files.writeString(file, HostileManifests.good());
        MemoryProvider backend = new MemoryProvider();
        backend.secrets.put("json", "{\"a\":{\"b\":\"v\"}}");
        backend.secrets.put("plain", "v");
        try (LocalDirectory directory = LocalDirectory.builder(manifests)
                        .output(folder.resolve("out"), OutputFormat.FILES)
                        .open();
                SecretSync sync = SecretSync.builder()
                        .cluster(directory.cluster())
                        .providers(List.of(backend))
                        .build()) {
            Fuzz.of("directories", LocalDirectoryFuzzTest::file)
                    .count(200)
                    .first("\ufeff\u0000".getBytes(StandardCharsets.UTF_8), new byte[9 << 20], new byte[0])
                    .refusedBy(ClusterException.class)
                    .longestMessage(4_000)
                    .everyMessage("is about a mistake", (b, message) -> !message.contains("defect of eso4j"))
                    .neverSaying(bytes -> HostileManifests.canary(new String(bytes, StandardCharsets.UTF_8)))
                    .run(bytes -> {
                        Files.write(file, bytes);
                        List<String> refusals = new ArrayList<>();
                        for (ManifestProblem problem : directory.scan()) {
                            if (!problem.file().equals("all.yaml") || problem.line() < 1) {
                                throw new IllegalStateException("no place: " + problem);
                            }
                            refusals.add(problem.toString());
                        }
                        sync.sync().failures().forEach(r -> refusals.add(r.message()));
                        return refusals;
                    });
        }
    }
}
